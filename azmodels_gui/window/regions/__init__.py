# SPDX-License-Identifier: MIT
"""The parts of the Regions page."""
