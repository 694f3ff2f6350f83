# SPDX-License-Identifier: MIT
"""The headless commands, one a file. Qt is never imported here."""
