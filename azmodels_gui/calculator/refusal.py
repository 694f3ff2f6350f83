# SPDX-License-Identifier: MIT
"""Why the calculator has no result, as an error."""

from azmodels_gui.calculator.refusal_words import REFUSALS
from azmodels_gui.calculator.statements import Datum, RefusalId, Statement
from azmodels_gui.calculator.wording import sentence
from azmodels_gui.language.errors import ToldError


class Refusal(ToldError):
    """There is no result; `statement` says why and what would be possible."""

    def __init__(self, refusal: RefusalId, **data: Datum) -> None:
        super().__init__(REFUSALS[refusal], **data)
        self.statement = Statement(refusal, data)

    def told(self, language: str) -> str:
        """Return the sentence, its figures written as the language does, with a full stop."""
        return f"{sentence(self.statement, language)}."
