# SPDX-License-Identifier: MIT
"""What a meter of a service beside the models counts, such as Azure Speech."""

from azmodels_gui.publish.meter_table import Counted, Service, ServiceUnit
from azmodels_gui.publish.meter_words import Words, words


class UnknownServiceMeter(Exception):
    """The meter is no price, or the table does not know what it counts; the text says why."""


def counted_by(service: Service, meter: str, measure: str) -> tuple[Counted, ServiceUnit]:
    """Return what is counted and what one price buys.

    Raises:
        UnknownServiceMeter: the table refuses the meter or does not know what it counts.
    """
    name = words(meter)
    for refused in service.refused:
        if refused.covers(name):
            raise UnknownServiceMeter(refused.reason)
    counted = [item for item in service.counted if _fits(item, name, measure)]
    units = [item for item in service.units if _fits(item, name, measure)]
    if not counted or not units:
        raise UnknownServiceMeter(f"the table does not know what is counted by {measure}")
    return counted[0], units[0]


def _fits(rule: Counted | ServiceUnit, name: Words, measure: str) -> bool:
    return rule.measure in (None, measure) and _side_by_side(name, words(rule.words))


def _side_by_side(name: Words, phrase: Words) -> bool:
    size = len(phrase)
    return any(name[at : at + size] == phrase for at in range(len(name) - size + 1))
