"""Sets up a load run: a chain, a host that serves it, the service as processes of its own."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from bench.load.chain_host import ChainHost, file, running
from bench.load.chains import alexa_leaf, authority, pem, rsa_key
from bench.load.envelopes import CHAIN_URL, encoded, envelope, signed_headers
from bench.load.sender import http_post

REFRESH_SECONDS = 60.0
"""Signed requests grow too old after 150 s."""

DISTINCT_REQUESTS = 16


class Stage(NamedTuple):
    """A service that runs."""

    port: int
    process: int
    key: RSAPrivateKey


@contextmanager
def stage(workers: int) -> Iterator[Stage]:
    """Start everything, and stop it at the end of the block."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        key, host = _chain_host(folder)
        with running(host), _service(folder, host, workers) as started:
            yield Stage(*started, key)


def _chain_host(folder: Path) -> tuple[RSAPrivateKey, ChainHost]:
    root = authority("A root")
    intermediate = authority("An intermediate", root)
    key = rsa_key()
    (folder / "root.pem").write_bytes(pem(root))
    host = ChainHost(folder)
    host.pages[urlsplit(CHAIN_URL).path] = file(
        pem(alexa_leaf(intermediate, key=key), intermediate)
    )
    return key, host


@contextmanager
def _service(folder: Path, host: ChainHost, workers: int) -> Iterator[tuple[int, int]]:
    port = _free_port()
    options = {
        "--port": port,
        "--workers": workers,
        "--host-port": host.server_port,
        "--host-root": host.ca_file,
        "--root": folder / "root.pem",
    }
    command = [sys.executable, "-m", "bench.load.service"]
    command += [str(part) for option in options.items() for part in option]
    process = subprocess.Popen(command)
    try:
        _wait_for(port)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait(timeout=20)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as sock:
        port: int = sock.getsockname()[1]
        return port


def _wait_for(port: int) -> None:
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("The service did not start within 10 s.")


def honest_requests(key: RSAPrivateKey) -> Callable[[], bytes]:
    """Return what gives a signed request at each call, signed anew each minute."""
    made = 0.0
    ring = cycle([b""])

    def fill() -> bytes:
        nonlocal made, ring
        if time.monotonic() - made > REFRESH_SECONDS or not made:
            made = time.monotonic()
            ring = cycle([_signed(key, number) for number in range(DISTINCT_REQUESTS)])
        return next(ring)

    return fill


def _signed(key: RSAPrivateKey, number: int) -> bytes:
    whole = envelope(time.time())
    whole["request"]["requestId"] += f"-{number}"
    body = encoded(whole)
    return http_post(body, signed_headers(key, body))


def memory(process: int) -> list[int]:
    """Return the resident memory of a process and its children, in KiB (Linux only)."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [_resident(int(one)) for one in [str(process), *children]]


def _resident(process: int) -> int:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))
