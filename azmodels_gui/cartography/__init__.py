# SPDX-License-Identifier: MIT
"""Geometry of the map, without Qt and without the catalogue: projection, outlines, labels."""
