"""A DynamoDB over HTTP on a free port of this machine, for as long as a block runs."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from urllib.error import URLError
from urllib.request import urlopen

HOST = "127.0.0.1"
START_WITHIN_S = 30

NO_ACCOUNT = {
    "AWS_ACCESS_KEY_ID": "test",
    "AWS_SECRET_ACCESS_KEY": "test",
    "AWS_DEFAULT_REGION": "us-east-1",
    "AWS_EC2_METADATA_DISABLED": "true",
}
"""What AWS's own settings are in tests: a server on this machine takes any credentials."""


def name() -> str:
    """Return the server's name and version. It is no extra that may be missing."""
    return f"ministack {version('ministack')}"


@contextmanager
def running() -> Iterator[str]:
    """Start the server, give its URL, stop it."""
    port = free_port()
    settings = {"SERVICES": "dynamodb", "GATEWAY_PORT": str(port), "BIND_HOST": HOST}
    process = subprocess.Popen(
        [sys.executable, "-m", "ministack"],
        env={**os.environ, **settings, "LOG_LEVEL": "ERROR"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    url = f"http://{HOST}:{port}"
    try:
        _wait_for(url, process)
        yield url
    finally:
        process.terminate()
        process.wait()


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    give_up_at = time.monotonic() + START_WITHIN_S
    while time.monotonic() < give_up_at and process.poll() is None:
        try:
            with urlopen(f"{url}/_localstack/health", timeout=1):
                return
        except (URLError, OSError):
            time.sleep(0.05)
    raise RuntimeError(f"{name()} did not start: run `python -m ministack` to see why")
