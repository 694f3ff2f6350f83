# SPDX-License-Identifier: MIT
"""A table as one HTML page: nothing beside it, nothing fetched, every text escaped."""

from html import escape

from azmodels_gui.sheets.table import Table

_STYLE = (
    "body{font:14px sans-serif;margin:2em}table{border-collapse:collapse}"
    "th,td{border-bottom:1px solid #ccc;padding:.3em .7em;text-align:left;vertical-align:top}"
    "thead{display:table-header-group}tr{break-inside:avoid}"
)


def table_html_bytes(table: Table, language: str) -> bytes:
    """Return the table with its notes as UTF-8, to be read in a browser or printed."""
    head = "".join(f"<th>{escape(words)}</th>" for words in table.headings)
    body = "\n".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in table.rows
    )
    notes = "\n".join(f"<p>{escape(note)}</p>" for note in table.notes)
    title = escape(table.name)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}"><head><meta charset="utf-8">'
        f"<title>{title}</title><style>{_STYLE}</style></head><body>\n<h1>{title}</h1>\n{notes}\n"
        f"<table><thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody></table>\n</body></html>\n"
    ).encode()
