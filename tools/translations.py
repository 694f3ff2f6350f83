# SPDX-License-Identifier: MIT
"""Bring the catalogues of texts up to date with the source: `python -m tools.translations`.

Every text marked in the source (`N_`, `NC_`, `NN_`, `tr`) comes into every `azmodels.po`; what no
longer stands in the source goes, and the `azmodels.mo` that the program reads is made anew. A new
text comes without a translation: write it into the file, then run this again.

`python -m tools.translations --pseudo FOLDER` writes a language nobody speaks, with accents and a
third longer: started with `AZMODELS_LOCALE_DIR=FOLDER`, the program offers it in the menu, and
shows which texts are not translated and which have too little room.
"""

import argparse
import io
import re
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
LOCALE = ROOT / "resources" / "locale"
DOMAIN = "azmodels"
PSEUDO = "eo"
"""Esperanto's code: gettext and Qt must know the language, and nobody's system speaks it."""
KEYWORDS = {"N_": None, "NC_": ((1, "c"), 2), "NN_": (1, 2), "tr": None}
WIDTH = 100
_PIECES = re.compile(r"(\{[^}]*\}|&(?=\w)|%\(\w+\)\w|%[rs]?|<[^>]*>)")
_ACCENTS = str.maketrans("aeiouAEIOUcnsy", "áéíóúÁÉÍÓÚçñšý")


def marked_texts(root: Path = ROOT / "azmodels_gui") -> Catalog:
    """Return every text that is marked in the source."""
    found = Catalog(charset="utf-8", fuzzy=False)
    options = {"**.py": {"encoding": "utf-8"}}
    for _, _, message, _, context in extract_from_dir(
        root, [("**.py", "python")], options_map=options, keywords=KEYWORDS
    ):
        found.add(message, context=context)
    return found


def read(path: Path) -> Catalog:
    """Return the catalogue of a language."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parents[1].name)


def updated(catalogue: Catalog, marked: Catalog) -> Catalog:
    """Return a catalogue with exactly the marked texts; the translations there are stay."""
    fresh = _empty(str(catalogue.locale))
    for text in marked:
        if text.id:
            known = catalogue.get(text.id, text.context)
            fresh.add(text.id, known.string if known else "", context=text.context)
    return fresh


def po_bytes(catalogue: Catalog) -> bytes:
    """Return the catalogue as the text that people edit."""
    written = io.BytesIO()
    write_po(written, catalogue, width=WIDTH, sort_output=True, no_location=True)
    return written.getvalue()


def mo_bytes(catalogue: Catalog) -> bytes:
    """Return the catalogue as the program reads it."""
    written = io.BytesIO()
    write_mo(written, catalogue)
    return written.getvalue()


def pseudo(marked: Catalog) -> Catalog:
    """Return a language nobody speaks: every text with accents, a third longer, in brackets."""
    made = _empty(PSEUDO)
    for text in marked:
        if not text.id:
            continue
        shown = tuple(map(_pseudo_text, text.id)) if isinstance(text.id, tuple) else text.id
        if isinstance(shown, str):
            formats = (text.context or "").startswith("format of")
            shown = shown if formats else _pseudo_text(shown)
        made.add(text.id, shown, context=text.context)
    return made


def _pseudo_text(text: str) -> str:
    if not any(letter.isalpha() for letter in _PIECES.sub("", text)):
        return text
    inner = text.strip()
    told = "".join(
        piece if place % 2 else piece.translate(_ACCENTS)
        for place, piece in enumerate(_PIECES.split(inner))
    )
    return text.replace(inner, f"[{told}{'~' * (len(text) // 3)}]")


def _empty(locale: str) -> Catalog:
    never = datetime(2026, 11, 29, tzinfo=UTC)  # a date of its own would be a change in every run
    return Catalog(
        locale=locale,
        project=DOMAIN,
        version="1",
        header_comment="# Texts of azmodels. docs/translating.md says how to change them.\n"
        "# SPDX-License-Identifier: MIT",
        msgid_bugs_address="the project",
        last_translator="the project",
        language_team="the project",
        creation_date=never,
        revision_date=never,
        fuzzy=False,
    )


def write(folder: Path, catalogue: Catalog) -> None:
    """Write both files of a language below a folder of languages."""
    place = folder / str(catalogue.locale) / "LC_MESSAGES"
    place.mkdir(parents=True, exist_ok=True)
    (place / f"{DOMAIN}.po").write_bytes(po_bytes(catalogue))
    (place / f"{DOMAIN}.mo").write_bytes(mo_bytes(catalogue))


def untranslated(catalogue: Catalog) -> Iterable[str]:
    """Yield the texts that have no translation."""
    for text in catalogue:
        told = text.string if isinstance(text.string, tuple) else (text.string,)
        if text.id and not all(told):
            yield str(text.id)


def main(argv: Sequence[str] | None = None) -> int:
    """Update every language, or write the pseudo-language; 1: texts wait for a translation."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--pseudo", type=Path, metavar="FOLDER")
    asked = parser.parse_args(argv)
    marked = marked_texts()
    if asked.pseudo is not None:
        write(asked.pseudo, pseudo(marked))
        return 0
    waiting = []
    for path in sorted(LOCALE.glob(f"*/LC_MESSAGES/{DOMAIN}.po")):
        catalogue = updated(read(path), marked)
        write(LOCALE, catalogue)
        waiting += [f"{catalogue.locale}: {text}" for text in untranslated(catalogue)]
    print("\n".join(waiting) or "Every text is translated.")
    return 1 if waiting else 0


if __name__ == "__main__":
    sys.exit(main())
