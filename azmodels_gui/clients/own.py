# SPDX-License-Identifier: MIT
"""The quota that a client's subscriptions told, as the calculator takes it."""

from collections.abc import Iterator, Sequence

from azmodels_gui.calculator.own_quota import PTU, TPM, OwnQuota
from azmodels_gui.catalog.document import Region
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.clients.told import QuotaLine, Told


class OwnQuotasOf:
    """Finds the quotas of one client; what counts in another unit than TPM or PTU is left out."""

    def __init__(self, told: Told) -> None:
        self._told = told

    def __call__(self, entry: Entry, region: Region, kinds: Sequence[str]) -> tuple[OwnQuota, ...]:
        """Return the quotas for an entry in a region, of some deployment types."""
        return tuple(self._found(entry, region, kinds))

    def _found(self, entry: Entry, region: Region, kinds: Sequence[str]) -> Iterator[OwnQuota]:
        for kind in dict.fromkeys(kinds):
            lines = list(self._told.quotas_for(entry, region.id, kind))
            for line in lines:
                unit = 1 if line.provisioned else line.tpm_per_unit
                if unit is not None:
                    place = self._place(region, line, several=len(lines) > 1)
                    yield OwnQuota(
                        deployment_type=kind,
                        place=place,
                        day=line.counter.day,
                        unit=PTU if line.provisioned else TPM,
                        limit=int(line.counter.limit * unit),
                        left=int(line.counter.left * unit),
                        entry=None if line.provisioned else entry.key,
                    )

    @staticmethod
    def _place(region: Region, line: QuotaLine, *, several: bool) -> str:
        return f"{region.name} ({line.counter.subscription})" if several else region.name
