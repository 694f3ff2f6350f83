# SPDX-License-Identifier: MIT
"""Files for others to open: spreadsheets and text tables, without Qt."""
