# SPDX-License-Identifier: MIT
"""A requests session that trusts whom the operating system trusts, inspecting proxies included.

Proxies come from the environment and, on Windows and macOS, from the system: requests asks for
both. `REQUESTS_CA_BUNDLE` is respected, too.
"""

from typing import TYPE_CHECKING, Any

from azmodels_gui import __version__

if TYPE_CHECKING:
    import ssl

    import requests


def new_session() -> "requests.Session":
    """Return a session; the caller closes it."""
    import ssl

    import requests
    import truststore
    from requests.adapters import HTTPAdapter

    class SystemTrust(HTTPAdapter):
        """Verifies with the system's certificates, not with a list that comes with Python."""

        def init_poolmanager(self, *arguments: Any, **options: Any) -> None:
            super().init_poolmanager(*arguments, **options, ssl_context=_context())

        def proxy_manager_for(self, proxy: str, **options: Any) -> Any:
            return super().proxy_manager_for(proxy, **options, ssl_context=_context())

        def cert_verify(self, conn: Any, url: Any, verify: Any, cert: Any) -> None:
            super().cert_verify(conn, url, verify, cert)
            if verify is True:
                conn.ca_certs = None  # else requests adds its own list

    def _context() -> "ssl.SSLContext":
        return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

    session = requests.Session()
    session.mount("https://", SystemTrust())
    session.headers.update(
        {"User-Agent": f"azmodels/{__version__}", "Accept-Encoding": "gzip", "Accept": "*/*"}
    )
    return session
