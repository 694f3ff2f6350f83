# SPDX-License-Identifier: MIT
"""Starts the commands, and says so where a part of the program is missing."""

import sys

from azmodels_gui.language.command_line import system_language

NOT_POSSIBLE = 2


def main() -> int:
    """Run a command of the command line and return its exit code."""
    try:
        from azmodels_gui.cli.main import main as run
    except ImportError as error:
        from azmodels_gui.storage.fault_log import tell_damage

        tell_damage("azmodels", error, system_language())
        return NOT_POSSIBLE
    return run()


if __name__ == "__main__":
    sys.exit(main())
