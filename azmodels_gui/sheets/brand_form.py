# SPDX-License-Identifier: MIT
"""The form of a `brand.toml`: imported when one is read, for pydantic costs more than a sheet."""

from typing import Literal

from pydantic import Field

from azmodels_gui.catalog.outside import FilePart

Line = Field(default="", max_length=300)
Colour = Field(default="", max_length=20)


class Texts(FilePart):
    """What stands on every page, and under the sources."""

    footer: str = Line
    disclaimer: str = Field(default="", max_length=2_000)


class FontForm(FilePart):
    """A family, and the folder with its files; without one it is the machine's."""

    family: str = Line
    folder: str = Line


class LogoForm(FilePart):
    """A picture, and on which side of the title it stands."""

    file: str = Line
    place: Literal["left", "right"] = "right"


class BrandForm(Texts):
    """The whole file; texts of a language go before those of all."""

    accent: str = Colour
    heading: str = Colour
    author: str = Line
    font: FontForm = FontForm()
    logo: LogoForm = LogoForm()
    de: Texts = Texts()
    en: Texts = Texts()

    def told(self, language: str) -> Texts:
        """Return the texts in a language."""
        own = {"de": self.de, "en": self.en}.get(language, Texts())
        return Texts(footer=own.footer or self.footer, disclaimer=own.disclaimer or self.disclaimer)
