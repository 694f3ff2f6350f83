# SPDX-License-Identifier: MIT
"""Builds the objects and connects the layers: the program of the window."""
