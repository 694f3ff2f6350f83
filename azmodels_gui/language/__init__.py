# SPDX-License-Identifier: MIT
"""Words and figures in every language of the program, for window, sheets and commands alike."""
