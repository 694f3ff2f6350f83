# SPDX-License-Identifier: MIT
"""How the window looks: colours, sizes and icons, in light, dark and high contrast."""
