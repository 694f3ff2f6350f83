# SPDX-License-Identifier: MIT
"""Sheets as Word and PowerPoint files, and what the libraries take for as many plain cells."""

import io


def word_tables(data: bytes) -> list[tuple[int, int]]:
    """Return rows and columns of every table in a Word file."""
    from docx import Document

    return [(len(each.rows), len(each.columns)) for each in Document(io.BytesIO(data)).tables]


def slide_tables(data: bytes) -> list[tuple[int, int]]:
    """Return rows and columns of every table in a presentation."""
    from pptx import Presentation

    return [
        (len(shape.table.rows), len(shape.table.columns))
        for slide in Presentation(io.BytesIO(data)).slides
        for shape in slide.shapes
        if shape.has_table
    ]


def bare_word(tables: list[tuple[int, int]]) -> bytes:
    """Return the same tables written by a plain loop over cells."""
    from docx import Document

    document = Document()
    for rows, columns in tables:
        for row in document.add_table(rows, columns).rows:
            for cell in row.cells:
                cell.text = "1,234.50"
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def bare_slides(tables: list[tuple[int, int]]) -> bytes:
    """Return the same tables, a slide each, written by a plain loop over cells."""
    from pptx import Presentation

    made = Presentation()
    for rows, columns in tables:
        slide = made.slides.add_slide(made.slide_layouts[5])
        place = (0, 0, made.slide_width, made.slide_height)
        for row in slide.shapes.add_table(rows, columns, *place).table.rows:
            for cell in row.cells:
                cell.text = "1,234.50"
    saved = io.BytesIO()
    made.save(saved)
    return saved.getvalue()
