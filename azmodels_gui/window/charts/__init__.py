# SPDX-License-Identifier: MIT
"""Shows charts: their SVG, and above it what mouse, keyboard and screen readers need."""
