# SPDX-License-Identifier: MIT
"""Token weights that the sizing page gives in tables of their own: GPT-6 and image models."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from azmodels_gui.catalog.facts import Price, TokenWeight
from azmodels_gui.catalog.terms import ContextBand, Scope, TokenCategory, Unit
from azmodels_gui.publish.cells import without_footnotes
from azmodels_gui.publish.facts import AnyFact, ConflictFact, PriceFact
from azmodels_gui.publish.ledger import Ledger
from azmodels_gui.publish.markdown import Page, Table

CATEGORIES = {
    "input": TokenCategory.INPUT,
    "cached input": TokenCategory.CACHED_INPUT,
    "cache write": TokenCategory.CACHE_WRITE,
    "output": TokenCategory.OUTPUT,
}
TOKEN_TYPE = re.compile(r"(short|long)-context (.+)", re.IGNORECASE)
PRICE_HEADING = re.compile(r"(.+) Global Standard price")
PRICE_UNIT = "Prices are in USD per 1 million tokens"
DOLLARS = re.compile(r"\$(\d[\d,]*(?:\.\d+)?)")
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
IMAGE_MODEL = re.compile(r"(\S+) uses the following throughput values")
IMAGE_PARAMETERS = {
    "text input tokens per minute per ptu": "text_tpm",
    "image input tokens per minute per ptu": "image_tpm",
    "image-to-text conversion factor": "image_input",
    "image output-to-image-input token cost ratio": "output_ratio",
}


@dataclass
class WeightTables:
    """What these tables of one page say, by `model_slug` of the model."""

    source: str
    ledger: Ledger
    weights: dict[str, tuple[TokenWeight, ...]] = field(default_factory=dict)
    facts: list[AnyFact] = field(default_factory=list)
    """Prices the weights come from, and contradictions."""

    def read(self, page: Page) -> "WeightTables":
        """Read all weight tables of the page; each of their rows is settled in the ledger."""
        for table in page.tables:
            if is_weight_table(table):
                self._read_token_types(table, priced=_has(page, table, PRICE_UNIT))
            elif is_image_table(table):
                self._read_image_values(table, page)
        return self

    def _read_token_types(self, table: Table, *, priced: bool) -> None:
        place = table.headings[-1]
        models = {
            column: match[1]
            for column, heading in enumerate(table.header)
            if (match := PRICE_HEADING.fullmatch(without_footnotes(heading)))
        }
        found: list[TokenWeight] = []
        bases: dict[int, Decimal] = {}
        for row, cells in self.ledger.rows_of(self.source, place, table.rows):
            weight = _weight(cells)
            if weight is None:
                self.ledger.refuse(row, "names no token category, or no weight")
                continue
            self.ledger.use(row)
            found.append(weight)
            for column, model in models.items():
                amount = DOLLARS.fullmatch(without_footnotes(cells[column]))
                if amount and priced:
                    price = Decimal(amount[1].replace(",", ""))
                    base = bases.setdefault(column, price)
                    self.facts += self._price(model, weight, price, base, row.place)
        for model in models.values():
            self.weights[model_slug(model)] = tuple(found)

    def _price(
        self, model: str, weight: TokenWeight, amount: Decimal, base: Decimal, place: str
    ) -> Iterator[AnyFact]:
        price = Price(
            category=weight.category,
            context_band=weight.context_band,
            scope=Scope.GLOBAL,
            amount=amount,
            unit=Unit.MILLION_TOKENS,
            source=self.source,
        )
        name = model_slug(model)
        yield PriceFact(name=name, source=self.source, row=place, price=price)
        if amount != weight.weight * base:
            yield ConflictFact(
                name=name,
                source=self.source,
                row=place,
                about=f"ptu:{weight.category}",
                values=(str(weight.weight), f"{amount} / {base}"),
                note_en="The stated weight is not the ratio of the stated prices.",
                note_de="Das genannte Gewicht ist nicht das Verhältnis der genannten Preise.",
            )

    def _read_image_values(self, table: Table, page: Page) -> None:
        place = table.headings[-1]
        values: dict[str, Decimal] = {}
        model = _image_model(page, table)
        for row, cells in self.ledger.rows_of(self.source, place, table.rows):
            key = IMAGE_PARAMETERS.get(without_footnotes(cells[0]).casefold())
            value = NUMBER.fullmatch(without_footnotes(cells[1]))
            if model is None or key is None or value is None:
                self.ledger.refuse(row, "no known value of a named image model")
                continue
            self.ledger.use(row)
            values[key] = Decimal(value[0].replace(",", ""))
        if model is not None and {"image_input", "output_ratio"} <= values.keys():
            self.weights[model_slug(model)] = _image_weights(values)
            self.facts += self._factor_conflict(model, values, place)

    def _factor_conflict(
        self, model: str, values: dict[str, Decimal], place: str
    ) -> Iterator[ConflictFact]:
        text, image = values.get("text_tpm"), values.get("image_tpm")
        factor = values["image_input"]
        if text is not None and image is not None and text != image * factor:
            yield ConflictFact(
                name=model_slug(model),
                source=self.source,
                row=place,
                about="ptu:image_input",
                values=(str(factor), f"{text} / {image}"),
                note_en="The factor is not the ratio of the stated throughputs.",
                note_de="Der Faktor ist nicht das Verhältnis der genannten Durchsätze.",
            )


def is_weight_table(table: Table) -> bool:
    """Tell whether the table gives the weight of each token category."""
    return without_footnotes(table.header[0]).casefold() == "token type"


def is_image_table(table: Table) -> bool:
    """Tell whether the table gives the throughput values of an image model."""
    return tuple(cell.casefold() for cell in table.header) == ("parameter", "value")


def model_slug(name: str) -> str:
    """Return the name in the service's spelling: `GPT-6 Astra` is `gpt-6-astra`."""
    return "-".join(name.casefold().split())


def plain_number(value: Decimal) -> Decimal:
    """Return the number without trailing zeros: 6.000 is 6."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _weight(cells: tuple[str, ...]) -> TokenWeight | None:
    kind = TOKEN_TYPE.fullmatch(without_footnotes(cells[0]))
    number = NUMBER.fullmatch(without_footnotes(cells[-1]))
    category = kind and CATEGORIES.get(kind[2].casefold())
    if kind is None or category is None or number is None:
        return None
    return TokenWeight(
        category=category,
        context_band=ContextBand(kind[1].casefold()),
        weight=plain_number(Decimal(number[0])),
    )


def _image_weights(values: dict[str, Decimal]) -> tuple[TokenWeight, ...]:
    factor = values["image_input"]
    output = plain_number(values["output_ratio"] * factor)
    return (
        TokenWeight(category=TokenCategory.INPUT, weight=Decimal(1)),
        TokenWeight(category=TokenCategory.IMAGE_INPUT, weight=plain_number(factor)),
        TokenWeight(category=TokenCategory.IMAGE_OUTPUT, weight=output),
    )


def _image_model(page: Page, table: Table) -> str | None:
    for paragraph in page.paragraphs:
        match = IMAGE_MODEL.search(paragraph.text)
        if match and paragraph.headings == table.headings:
            return match[1]
    return None


def _has(page: Page, table: Table, words: str) -> bool:
    return any(
        words in paragraph.text and paragraph.headings == table.headings
        for paragraph in page.paragraphs
    )
