# SPDX-License-Identifier: MIT
"""The control: a bare PySide6 window with a table of 200 rows, up to its first paint."""

import sys

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

from bench.first_paint import FirstPaint

ROWS, COLUMNS = 200, 8


def main() -> int:
    application = QApplication(sys.argv[:1])
    table = QStandardItemModel(ROWS, COLUMNS)
    for row in range(ROWS):
        for column in range(COLUMNS):
            table.setItem(row, column, QStandardItem(f"{row} {column}"))
    window = QMainWindow()
    view = QTableView()
    view.setModel(table)
    window.setCentralWidget(view)
    window.resize(1280, 800)
    watcher = FirstPaint(view)
    window.show()
    code = application.exec()
    del watcher
    return code


if __name__ == "__main__":
    sys.exit(main())
