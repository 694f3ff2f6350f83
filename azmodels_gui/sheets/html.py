# SPDX-License-Identifier: MIT
"""A sheet as one HTML file: nothing beside it, nothing fetched, printable by itself."""

import base64
from collections.abc import Callable
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from azmodels_gui.charts.chart import Chart
from azmodels_gui.charts.drawing import drawn
from azmodels_gui.sheets.sheet import Logo, Sheet, Table
from azmodels_gui.sheets.sheet_words import (
    alike_told,
    column_numbers,
    figure_numbers,
    label_numbers,
)

if TYPE_CHECKING:
    from jinja2 import Template

FOLDER = "sheets"
"""Folder of the templates inside the program's resources."""

ReadResource = Callable[[str], bytes]
"""Returns a file of the program's resources by its path."""


def html_bytes(sheet: Sheet, read_resource: ReadResource) -> bytes:
    """Return the sheet as UTF-8.

    Args:
        sheet: the content. All of its texts are escaped.
        read_resource: gives the templates.
    """
    text = _template(read_resource).render(
        sheet=sheet,
        drawn=drawn,
        words=sheet.words,
        logo_uri=_logo_uri(sheet.logo),
        alike_told=partial(alike_told, sheet),
        column_numbers=partial(column_numbers, sheet),
        label_numbers=partial(label_numbers, sheet),
        figure_numbers=partial(figure_numbers, sheet),
    )
    return text.encode()


@lru_cache(maxsize=1)
def _template(read_resource: ReadResource) -> "Template":
    """Return the template; to compile it takes longer than to fill it in."""
    # Late: most starts of the program make no sheet.
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    def template(name: str) -> str:
        return read_resource(f"{FOLDER}/{name}").decode()

    environment = Environment(
        loader=FunctionLoader(template),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests["table"] = lambda block: isinstance(block, Table)
    environment.tests["chart"] = lambda block: isinstance(block, Chart)
    return environment.get_template("sheet.html")


def _logo_uri(logo: Logo | None) -> str:
    """Return the logo as an address that holds it; as an image, a script in an SVG never runs."""
    if logo is None:
        return ""
    return f"data:{logo.media_type};base64,{base64.b64encode(logo.data).decode('ascii')}"
