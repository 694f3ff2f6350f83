# SPDX-License-Identifier: MIT
"""`python -m bench`: all budgets in one table."""

import sys

from bench.run import main

if __name__ == "__main__":
    sys.exit(main())
