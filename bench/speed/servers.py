"""The servers that are measured, each a process of its own on one core."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import msgspec

from bench.load.envelopes import SKILL_ID
from bench.speed.chain import Chain
from tests.progress import ministack

SERVER_CORE, CLIENT_CORE = 0, 1
"""Whatever serves has one core for itself; the client, and a database with a process of its own,
share the other."""
NODE = Path(__file__).parents[1] / "node"
START_SECONDS = 20
TICKS = os.sysconf("SC_CLK_TCK")


class Missing(Exception):
    """Something to measure beside is not installed; the message says how to."""


class Server(msgspec.Struct, frozen=True):
    """How something is served."""

    name: str
    command: tuple[str, ...]
    """What starts it; `{port}` stands for its port."""
    settings: Mapping[str, str] = {}
    is_checked: bool = True
    """Whether it checks signatures."""


class Running(msgspec.Struct, frozen=True):
    """A server that runs."""

    server: Server
    port: int
    process: int

    def processor_seconds(self) -> float:
        """Return what it has used of the processor so far, all its threads together."""
        fields = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory_mib(self) -> float:
        """Return what it holds of memory."""
        lines = Path(f"/proc/{self.process}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024


def node(chain: Chain) -> Server:
    """Return Amazon's hello-world on Node.

    Raises:
        Missing: there is no Node, or its packages are not installed.
    """
    if not shutil.which("node") or not (NODE / "node_modules").is_dir():
        raise Missing("Node's hello-world: install Node.js, then `npm ci --prefix bench/node`")
    files = (str(chain.port), chain.host_root, chain.root)
    return Server(
        "Node: ask-sdk-express-adapter", ("node", str(NODE / "hello.js"), "{port}", *files)
    )


def python(kind: str, chain: Chain, *, is_checked: bool) -> Server:
    """Return Amazon's hello-world on Python: `sdk-on-flask` or `flask-ask-sdk`."""
    names = {
        "sdk-on-flask": "Python: ask-sdk, Flask, waitress",
        "flask-ask-sdk": "Python: flask-ask-sdk",
    }
    checks = "checked" if is_checked else "unchecked"
    command = (
        sys.executable,
        "-m",
        "bench.speed.peers.serve",
        kind,
        checks,
        "{port}",
        _json(chain),
    )
    name = names[kind] if is_checked else f"{names[kind]}, signature NOT checked"
    return Server(name, command, is_checked=is_checked)


def coach(name: str, chain: Chain, **settings: str) -> Server:
    """Return the coach, with settings of `HIP_COACH_` and others by their names."""
    environment = {**ministack.NO_ACCOUNT, "HIP_COACH_SKILL_ID": SKILL_ID, **settings}
    command = (sys.executable, "-m", "bench.speed.coach", "{port}", _json(chain))
    return Server(name, command, environment)


def _json(chain: Chain) -> str:
    return msgspec.json.encode(chain).decode()


@contextmanager
def running(server: Server) -> Iterator[Running]:
    """Start a server on its core, and stop it at the end of the block.

    Raises:
        RuntimeError: it did not start.
    """
    port = ministack.free_port()
    command = [part.replace("{port}", str(port)) for part in server.command]
    process = subprocess.Popen(
        ["taskset", "--cpu-list", str(SERVER_CORE), *command],
        env={**os.environ, **server.settings},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port, process, server)
        yield Running(server, port, process.pid)
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_for(port: int, process: "subprocess.Popen[bytes]", server: Server) -> None:
    give_up_at = time.monotonic() + START_SECONDS
    while time.monotonic() < give_up_at and process.poll() is None:
        if _listens(port):
            return
        time.sleep(0.05)
    raise RuntimeError(f"{server.name} did not start: {' '.join(server.command)}")


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
