# SPDX-License-Identifier: MIT
"""Where models are offered: the map."""
