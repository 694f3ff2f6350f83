# SPDX-License-Identifier: MIT
"""The client whose file is open, and what of the window belongs to it."""
