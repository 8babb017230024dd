"""The tables of `python -m bench`."""

from collections.abc import Iterator, Sequence

from bench.speed.database import Calls
from bench.speed.figures import Figure, head, ratios, row
from bench.speed.in_process import HELLO, MEMORY, OURS, RSA, Found
from bench.speed.rounds import CONNECTIONS, Stretch
from bench.speed.servers import Running

LEAST_OF_NODE, LEAST_WITH_DATABASE = 1.0, 0.6
MOST_OF_HELLO, MOST_OF_RSA = 0.6, 2.0


class Table:
    """What was measured over HTTP, by server and connections."""

    def __init__(self, servers: Sequence[Running], found: Sequence[Stretch], beside: str) -> None:
        """Keep the stretches; `beside` is the name of the server that ratios are to."""
        self._servers = servers
        self._found = found
        self._beside = beside

    def rates(self, name: str, connections: int) -> list[float]:
        """Return turns a second, by round."""
        return [one.rate for one in self._of(name, connections)]

    def ratio(self, name: str, connections: int) -> Figure:
        """Return turns a second as a share of the other server's."""
        return ratios(self.rates(name, connections), self.rates(self._beside, connections))

    def per_core(self, name: str) -> Figure:
        """Return turns that a second of the processor pays for, as a share of the other's."""
        return ratios(self._processor(self._beside), self._processor(name))

    def lines(self) -> Iterator[str]:
        """Yield the lines of the table."""
        many = [f"{count} connection{'s' * (count > 1)}" for count in CONNECTIONS]
        columns = [
            text for name in many for text in (f"turns/s, {name}", "of Node's", "p50 / p99 ms")
        ]
        yield head("over HTTP, one core", *columns, "processor µs a turn", "MiB")
        for running in self._servers:
            yield self._line(running)

    def _line(self, running: Running) -> str:
        name = running.server.name
        cells: list[str] = []
        for count in CONNECTIONS:
            cells.append(f"{Figure.of(self.rates(name, count)).median:,.0f}")
            cells.append(self.ratio(name, count).shown())
            cells.append(self._waits(name, count))
        processor = Figure.of(self._processor(name)).median
        return row(name, *cells, f"{processor:,.0f}", f"{running.memory_mib():.0f}")

    def _waits(self, name: str, connections: int) -> str:
        waits = sorted(wait for one in self._of(name, connections) for wait in one.waits_ms)
        return f"{waits[len(waits) // 2]:.2f} / {waits[len(waits) * 99 // 100]:.1f}"

    def _of(self, name: str, connections: int) -> list[Stretch]:
        return [one for one in self._found if one.server == name and one.connections == connections]

    def _processor(self, name: str) -> list[float]:
        return [one.processor_us for count in CONNECTIONS for one in self._of(name, count)]


def in_process(found: Found) -> Iterator[str]:
    """Yield the table of what turns cost without a network."""
    yield head("in process: read, think, write", "µs a turn", "of hello-world's")
    for kind, turns in found.turns.items():
        for name, rounds in turns.items():
            of_hello = ratios(rounds, turns[HELLO]).shown()
            yield row(f"{name}, on an {kind}", f"{Figure.of(rounds).median:,.0f}", of_hello)
    yield ""
    yield head("the check of a signature", "µs", "of one RSA check")
    for name, rounds in found.checks.items():
        of_one = ratios(rounds, found.checks[RSA]).shown()
        yield row(name, f"{Figure.of(rounds).median:,.1f}", of_one)


def aims(table: Table, found: Found, calls: Calls, names: dict[str, str]) -> Iterator[str]:
    """Yield the table of what is aimed at, and what was found."""
    yield head("aim", "found", "met")
    for count in CONNECTIONS:
        of_node = table.ratio(names["memory"], count)
        what = f"turns/s without a database, {count} conn., at least {LEAST_OF_NODE} of Node's"
        yield row(what, of_node.shown(), _met(of_node.median >= LEAST_OF_NODE))
    for store in ("sqlite", "dynamodb"):
        of_node = table.per_core(names[store])
        what = (
            f"{names[store]}: turns a second of processor, at least {LEAST_WITH_DATABASE} of Node's"
        )
        yield row(what, of_node.shown(), _met(of_node.median >= LEAST_WITH_DATABASE))
    for kind, turns in found.turns.items():
        of_hello = ratios(turns[MEMORY], turns[HELLO])
        what = f"in process on an {kind}, at most {MOST_OF_HELLO} of the SDK's hello-world"
        yield row(what, of_hello.shown(), _met(of_hello.median <= MOST_OF_HELLO))
    of_rsa = ratios(found.checks[OURS], found.checks[RSA])
    what = f"the check of a request, at most {MOST_OF_RSA} of one RSA check"
    yield row(what, of_rsa.shown(), _met(of_rsa.median <= MOST_OF_RSA))
    shown = ", ".join(f"{count} {name}" for name, count in sorted(calls.by_name.items()))
    yield row(
        "one read a session, at most one write a turn",
        f"{shown} in {calls.turns} turns",
        _met(_is_sparing(calls)),
    )


def _is_sparing(calls: Calls) -> bool:
    return calls.by_name.get("GetItem") == 1 and calls.total <= calls.turns + 1


def _met(is_met: bool) -> str:
    return "yes" if is_met else "NO"
