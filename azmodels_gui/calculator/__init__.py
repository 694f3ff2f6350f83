# SPDX-License-Identifier: MIT
"""Sizing, cost and load profiles: pure arithmetic over the catalogue, without Qt."""
