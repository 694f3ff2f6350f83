# SPDX-License-Identifier: MIT
"""`python -m azmodels_gui` starts the window, as `azmodels-gui` does."""

import sys

from azmodels_gui.app.__main__ import main

sys.exit(main())
