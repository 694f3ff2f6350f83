# SPDX-License-Identifier: MIT
"""Debian's nginx as a host of catalogues: gzip and ETag on, in a folder of the test."""

import getpass
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

START_S = 10
CONFIG = """
daemon off;
{user}
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
  types {{ application/json json; text/plain sig; }}
  access_log {folder}/access.log combined;
  client_body_temp_path {folder}/tmp;
  proxy_temp_path {folder}/tmp;
  fastcgi_temp_path {folder}/tmp;
  uwsgi_temp_path {folder}/tmp;
  scgi_temp_path {folder}/tmp;
  gzip on;
  gzip_types application/json;
  etag on;
  server {{
    listen 127.0.0.1:{port};
    root {folder}/www;
    location / {{ add_header Cache-Control "no-cache"; }}
  }}
}}
"""


@dataclass(frozen=True)
class Nginx:
    """A running server."""

    url: str
    root: Path
    access_log: Path

    def answers(self) -> list[tuple[str, int, int]]:
        """Return path, status and bytes of the body of each answer so far."""
        found = []
        for line in self.access_log.read_text().splitlines():
            _, request, rest, *_ = line.split('"')
            status, size = rest.split()
            found.append((request.split()[1], int(status), int(size)))
        return found


@contextmanager
def running(folder: Path) -> Iterator[Nginx]:
    """Start nginx, or skip where it is not installed."""
    found = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if found is None:
        pytest.skip("nginx is not installed (Debian's package nginx-light)")
    (folder / "www").mkdir(parents=True)
    (folder / "tmp").mkdir()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    user = f"user {getpass.getuser()};" if os.geteuid() == 0 else ""
    config = folder / "nginx.conf"
    config.write_text(CONFIG.format(folder=folder, port=port, user=user))
    server = subprocess.Popen(
        [found, "-c", str(config), "-p", str(folder), "-e", str(folder / "error.log")],
        stderr=subprocess.PIPE,
    )
    try:
        _wait(port, server)
        yield Nginx(f"http://localhost:{port}", folder / "www", folder / "access.log")
    finally:
        server.terminate()
        server.communicate(timeout=START_S)


def _wait(port: int, server: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + START_S
    while time.monotonic() < until and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    server.kill()
    raise AssertionError(f"nginx did not start: {server.communicate()[1].decode()}")
