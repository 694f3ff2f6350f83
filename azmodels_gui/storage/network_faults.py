# SPDX-License-Identifier: MIT
"""From what requests and urllib3 raise to a problem with a sentence."""

from collections.abc import Iterator
from contextlib import contextmanager

from azmodels_gui.language.words import N_
from azmodels_gui.storage.errors import RefreshFailed
from azmodels_gui.storage.limits import Limits
from azmodels_gui.storage.problem import Problem


@contextmanager
def faults_told(url: str, host: str, limits: Limits) -> Iterator[None]:
    """Turn every fault of the network into a `RefreshFailed`."""
    import requests
    import urllib3

    try:
        yield
    except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
        raise _told(error, url, host, limits) from error


def _told(error: Exception, url: str, host: str, limits: Limits) -> RefreshFailed:
    from ssl import SSLCertVerificationError

    chain = list(_causes(error))
    certificate = next((each for each in chain if isinstance(each, SSLCertVerificationError)), None)
    if certificate is not None:
        reason = certificate.verify_message or N_("it could not be checked")
        return RefreshFailed(Problem.CERTIFICATE_REFUSED, host=host, reason=reason)
    problem = next(
        (problem for problem, kinds in _kinds() if any(isinstance(each, kinds) for each in chain)),
        Problem.CONNECTION_BROKE,
    )
    connecting = any(isinstance(each, _connecting()) for each in chain)
    seconds = limits.connect_timeout_s if connecting else limits.read_timeout_s
    return RefreshFailed(problem, url=url, host=host, seconds=format(seconds, "g"))


def _connecting() -> tuple[type[BaseException], ...]:
    from requests import exceptions
    from urllib3 import exceptions as inner

    return (exceptions.ConnectTimeout, inner.ConnectTimeoutError)


def _kinds() -> Iterator[tuple[Problem, tuple[type[BaseException], ...]]]:
    """Yield what each kind of exception means, the most telling first."""
    from requests import exceptions
    from urllib3 import exceptions as inner

    yield (
        Problem.ADDRESS_REFUSED,
        (exceptions.InvalidURL, exceptions.InvalidSchema, inner.LocationParseError),
    )
    yield Problem.PROXY_FAILED, (exceptions.ProxyError, inner.ProxyError)
    yield Problem.NAME_UNKNOWN, (inner.NameResolutionError,)
    yield Problem.NO_CONNECTION, (inner.NewConnectionError,)
    yield Problem.NO_ANSWER, (exceptions.Timeout, inner.TimeoutError, TimeoutError)
    yield Problem.CUT_SHORT, (inner.IncompleteRead,)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and those inside it: requests keeps them in various places."""
    seen: list[BaseException] = []
    waiting = [error]
    while waiting:
        each = waiting.pop(0)
        if any(each is other for other in seen):
            continue
        seen.append(each)
        yield each
        inner = (*each.args, getattr(each, "reason", None), each.__cause__, each.__context__)
        waiting.extend(item for item in inner if isinstance(item, BaseException))
