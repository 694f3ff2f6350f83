# SPDX-License-Identifier: MIT
"""Parts of the page "What's new"."""
