# SPDX-License-Identifier: MIT
"""Charts as values, formed once for screen and paper, and the one drawing of them as SVG."""
