# SPDX-License-Identifier: MIT
"""The window as a program of its own."""

import sys

from azmodels_gui.app.__main__ import main

sys.exit(main())
