# SPDX-License-Identifier: MIT
"""The measurements themselves are tested where they could mislead."""
