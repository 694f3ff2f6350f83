# SPDX-License-Identifier: MIT
"""The commands as a program of their own."""

import sys

from azmodels_gui.cli.__main__ import main

sys.exit(main())
