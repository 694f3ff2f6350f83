# SPDX-License-Identifier: MIT
"""What the Regions page shows: the matrix and what belongs to it."""
