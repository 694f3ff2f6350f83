# SPDX-License-Identifier: MIT
"""A sheet as one HTML file: nothing beside it, nothing fetched, printable by itself."""

import base64
from functools import cache, partial
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
from azmodels_gui.sheets.template import own_template

if TYPE_CHECKING:
    from jinja2 import Template


def html_bytes(sheet: Sheet) -> bytes:
    """Return the sheet as UTF-8; all of its texts are escaped."""
    text = _template().render(
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


@cache
def _template() -> "Template":
    """Return the template; to compile it takes longer than to fill it in."""
    # Late: most starts of the program make no sheet.
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        loader=FunctionLoader(lambda name: own_template(name).decode()),
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
