# SPDX-License-Identifier: MIT
"""The window and its parts. No files, no network, no rule of the domain."""
