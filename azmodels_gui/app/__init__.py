# SPDX-License-Identifier: MIT
"""Builds the objects, connects the layers, and holds the headless commands."""
