"""Honest load beside a hostile mix, for a bounded time.

    python -m bench.load.hostile                      # 2 workers, 16 honest connections, 120 s
    python -m bench.load.hostile --seconds 60 --connections 16 --workers 2

The mix, each kind on several connections at once: signatures that are none, strange certificate
URLs (each one new), bodies sent a byte a second, connections that say nothing, bodies far beyond
the bound, garbage instead of HTTP. Everything stays on this machine's loopback. It ends with
status 1 if an honest request got no 200, or a hostile one got a 200 or a 5xx other than 503.
"""

import argparse
import asyncio
import itertools
import sys
import time
from collections.abc import Awaitable, Callable

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from bench.load.envelopes import encoded, envelope, signed_headers
from bench.load.sender import Tally, Target, http_post, send
from bench.load.stage import Stage, honest_requests, memory, stage
from bench.load.steady import MAX_SECONDS, report

EACH_KIND = 8
"""Connections of the kinds that send requests."""

LINGERING = 60
"""Connections of each kind that only wait."""

PAUSE_SECONDS = 0.02
"""Between hostile requests of a connection: the machine's cores are shared with who sends them."""

HUGE_BYTES = 50_000_000


def main() -> int:
    """Run, print, and return the exit status."""
    options = _options()
    seconds = min(options.seconds, MAX_SECONDS)
    with stage(options.workers) as service:
        before = memory(service.process)
        tallies = asyncio.run(_run(service, options.connections, seconds))
        for name, tally in tallies.items():
            sys.stdout.write(report(name, tally, seconds))
        sys.stdout.write(f"memory KiB before {before}, after {memory(service.process)}\n")
    return int(not _went_well(tallies))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--connections", type=int, default=16)
    parser.add_argument("--workers", type=int, default=2)
    return parser.parse_args()


def _went_well(tallies: dict[str, Tally]) -> bool:
    honest = set(tallies["honest"].statuses)
    hostile = {
        status for name, tally in tallies.items() if name != "honest" for status in tally.statuses
    }
    return honest == {200} and hostile <= {0, 400, 413, 503}


async def _run(service: Stage, connections: int, seconds: float) -> dict[str, Tally]:
    until = time.monotonic() + seconds
    fills = {"bad signature": bad_signatures(service.key), "strange URL": strange_urls(service.key)}
    names = ["honest", *fills, "slow body", "silent", "huge body", "garbage"]
    tallies = {name: Tally() for name in names}
    work: list[Awaitable[None]] = [
        send(Target(service.port, honest_requests(service.key)), tallies["honest"], until)
        for _ in range(connections)
    ]
    for name, fill in fills.items():
        target = Target(service.port, fill)
        work += [send(target, tallies[name], until, PAUSE_SECONDS) for _ in range(EACH_KIND)]
    drips = {"slow body": _slow_start(service.key), "silent": b""}
    for name, start in drips.items():
        work += [_linger(service.port, start, tallies[name], until) for _ in range(LINGERING)]
    floods = {"huge body": _huge(), "garbage": b"\x16\x03\x01 \x00 nonsense\r\n\r\n" * 40}
    for name, flood in floods.items():
        work += [_flood(service.port, flood, tallies[name], until) for _ in range(EACH_KIND)]
    await asyncio.gather(*work)
    return tallies


def bad_signatures(key: RSAPrivateKey) -> Callable[[], bytes]:
    """Return what gives requests whose signature is of another body."""
    body = encoded(envelope(time.time()))
    request = http_post(body.replace(b"en-US", b"en-GB"), signed_headers(key, body))
    return lambda: request


def strange_urls(key: RSAPrivateKey) -> Callable[[], bytes]:
    """Return what gives requests with a certificate URL never seen before."""
    body = encoded(envelope(time.time()))
    numbers = itertools.count()
    headers = signed_headers(key, body)

    def fill() -> bytes:
        url = f"https://s3.amazonaws.com/echo.api/x{next(numbers)}.pem"
        return http_post(body, headers | {"SignatureCertChainUrl": url})

    return fill


def _slow_start(key: RSAPrivateKey) -> bytes:
    body = encoded(envelope(time.time()))
    return http_post(body, signed_headers(key, body))[: -len(body) + 20]


def _huge() -> bytes:
    headers = {"Content-Type": "application/json"}
    return http_post(b"", headers).replace(b"Content-Length: 0", b"Content-Length: %d" % HUGE_BYTES)


async def _linger(port: int, start: bytes, tally: Tally, until: float) -> None:
    """Send the start of a request, then a byte a second (or nothing after nothing)."""
    while time.monotonic() < until:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        began = time.perf_counter()
        ended = asyncio.ensure_future(reader.read(1))
        writer.write(start)
        while time.monotonic() < until and not ended.done():
            writer.write(start[-1:])
            await asyncio.wait({ended}, timeout=1)
        ended.cancel()
        await asyncio.gather(ended, return_exceptions=True)
        tally.add(0, time.perf_counter() - began)
        writer.close()


async def _flood(port: int, start: bytes, tally: Tally, until: float) -> None:
    """Send a start and then 64 KiB at a time, up to what it announced or until it is cut off."""
    while time.monotonic() < until:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        began = time.perf_counter()
        try:
            writer.write(start)
            for _ in range(HUGE_BYTES // 65_536):
                writer.write(b"x" * 65_536)
                await writer.drain()
                if reader.at_eof():
                    break
        except OSError:
            pass
        tally.add(0, time.perf_counter() - began)
        writer.close()
        await asyncio.sleep(PAUSE_SECONDS)


if __name__ == "__main__":
    sys.exit(main())
