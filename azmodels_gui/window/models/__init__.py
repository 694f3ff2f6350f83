# SPDX-License-Identifier: MIT
"""The page of models: table, filters, details."""
