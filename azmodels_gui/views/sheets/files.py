# SPDX-License-Identifier: MIT
"""The bytes of a sheet in each format; what makes them is imported when first needed."""

from azmodels_gui.reports.sheet import Sheet
from azmodels_gui.views.sheets.wishes import SheetWishes
from azmodels_gui.views.theme.icons import ReadResource


def sheet_bytes(sheet: Sheet, wishes: SheetWishes, read_resource: ReadResource) -> bytes:
    """Return the file that is wished for."""
    match wishes.format:
        case "html":
            from azmodels_gui.reports.html import html_bytes

            return html_bytes(sheet, read_resource)
        case "md":
            from azmodels_gui.reports.markdown import markdown_text

            return markdown_text(sheet).encode()
        case "csv":
            from azmodels_gui.reports.csv_file import csv_bytes

            return csv_bytes(sheet, wishes.csv_style(sheet.language))
        case "xlsx":
            from azmodels_gui.reports.spreadsheet import xlsx_bytes

            return xlsx_bytes(sheet)
    from azmodels_gui.reports.pdf import PageSetup, pdf_bytes

    return pdf_bytes(sheet, PageSetup(wishes.paper, wishes.landscape))
