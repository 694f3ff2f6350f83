# SPDX-License-Identifier: MIT
"""The house style of a firm: a `brand.toml`, checked before a sheet takes it on."""

import re
from collections.abc import Callable
from pathlib import Path

from azmodels_gui.language.words import N_, ToldError
from azmodels_gui.sheets.picture import LogoUnusable, read_logo
from azmodels_gui.sheets.sheet import Brand, Logo

FILE = "brand.toml"
"""Its usual name; beside a company's `site.toml` it holds for all users of a machine."""
READABLE = 4.5
"""Contrast that WCAG 2 asks of text, here against white paper."""
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class BrandUnusable(ToldError):
    """The file is no house style that a sheet can take on; the text says why."""


def read_brand(path: Path, read_file: Callable[[Path], bytes], language: str) -> Brand:
    """Return a house style.

    Args:
        path: of the file; what it names lies beside it.
        read_file: reads a file, or raises a `ToldError`.
        language: of the sheet.

    Raises:
        BrandUnusable: keys that are none, a colour that cannot be read on paper, a font or a
            logo that is missing.
        ToldError: it cannot be read.
    """
    # Only here: few sheets have a house style, and reading one needs pydantic.
    from azmodels_gui.catalog.faults import Misfit
    from azmodels_gui.catalog.outside import fitted_toml
    from azmodels_gui.sheets.brand_form import BrandForm

    data = read_file(path)
    try:
        form = fitted_toml(data, BrandForm)
    except Misfit as fault:
        raise BrandUnusable(N_("{file}: {why}."), file=path.name, why=fault) from fault
    for colour in (form.accent, form.heading):
        _check_colour(path, colour)
    folder = "" if not form.font.folder else str(path.parent / form.font.folder)
    if form.font.family:
        _check_font(path, form.font.family, folder)
    told = form.told(language)
    return Brand(
        accent=form.accent,
        heading=form.heading or form.accent,
        font=form.font.family,
        font_folder=folder,
        logo=_logo(path, form.logo.file, read_file) if form.logo.file else None,
        logo_left=form.logo.place == "left",
        footer=told.footer,
        disclaimer=told.disclaimer,
        author=form.author,
    )


def contrast_on_white(colour: str) -> float:
    """Return the contrast of a colour such as #0b5cad on white paper, as WCAG 2 reckons it."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _check_colour(path: Path, colour: str) -> None:
    if not colour:
        return
    if not _COLOUR.fullmatch(colour):
        raise BrandUnusable(
            N_("{file}: {colour} is no colour such as #0b5cad."), file=path.name, colour=colour[:20]
        )
    contrast = contrast_on_white(colour)
    if contrast < READABLE:
        raise BrandUnusable(
            N_(
                "{file}: {colour} cannot be read on paper; its contrast is {contrast}:1, text "
                "needs {least}:1."
            ),
            file=path.name,
            colour=colour,
            contrast=f"{contrast:.1f}",
            least=READABLE,
        )


def _check_font(path: Path, family: str, folder: str) -> None:
    from typst import Fonts

    paths = [folder] if folder else []
    found = Fonts(include_system_fonts=not folder, include_embedded_fonts=False, font_paths=paths)
    if family not in found.families():
        where = folder or N_("this machine")
        raise BrandUnusable(
            N_("{file}: the font {family} is not in {place}."),
            file=path.name,
            family=family,
            place=where,
        )


def _logo(path: Path, name: str, read_file: Callable[[Path], bytes]) -> Logo:
    try:
        return read_logo(read_file(path.parent / name))
    except LogoUnusable as error:
        raise BrandUnusable(
            N_("{file}: {logo} cannot be a logo: {why}."), file=path.name, logo=name, why=error
        ) from error
