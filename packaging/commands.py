# SPDX-License-Identifier: MIT
"""The commands as a program of their own."""

import sys

if sys.argv[1:] == ["--set-pages"]:  # `sheets.setting.SET_APART`, by the window
    from azmodels_gui.sheets.setting import main
else:
    from azmodels_gui.cli.__main__ import main

sys.exit(main())
