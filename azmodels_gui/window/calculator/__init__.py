# SPDX-License-Identifier: MIT
"""The parts of the calculator's page."""
