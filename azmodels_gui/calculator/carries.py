# SPDX-License-Identifier: MIT
"""What PTU carry: from PTU back to requests and tokens, never more than they take."""

from dataclasses import dataclass
from decimal import Decimal

from azmodels_gui.calculator.deployment import SizedDeployment
from azmodels_gui.calculator.exact import product, whole_part

PLACES = 2
"""Places of requests per minute; what is beyond is cut off, not rounded."""


@dataclass(frozen=True)
class Carried:
    """The fullest minute of some PTU, with requests of one shape."""

    ptu: int
    requests_per_minute: Decimal
    """Cut off after `PLACES` places."""
    input_tpm: int
    """Whole tokens per minute that go in; cut off likewise."""
    output_tpm: int
    """Whole tokens per minute that come out."""
    normalized_tpm: Decimal
    """Normalised tokens per minute of the PTU."""


def carried(sized: SizedDeployment) -> Carried:
    """Return what the deployed PTU carry of requests like those of the first load."""
    (request, *_), (workload, *_) = sized.requests, sized.deployment.workloads
    size = sized.size
    capacity = size.capacity_tpm
    hundredths = whole_part(product(capacity, 10**PLACES), request.tokens)
    return Carried(
        size.deployable,
        Decimal(hundredths).scaleb(-PLACES),
        whole_part(product(capacity, workload.prompt_tokens), request.tokens),
        whole_part(product(capacity, workload.answer_tokens), request.tokens),
        capacity,
    )
