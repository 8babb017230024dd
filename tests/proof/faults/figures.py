"""What came of a trial."""

from collections.abc import Iterable, Mapping

import msgspec

from tests.proof.faults.person import Person
from tests.proof.faults.wire import Wire


class Figures(msgspec.Struct, frozen=True):
    """Of one trial; that nothing was lost or counted twice is asserted before there are any."""

    turns: int
    """Acknowledged."""
    again: int
    """Requests that got no answer, and were sent once more."""
    given_up: int
    """Requests that got no answer, and were not sent once more."""
    refused: int
    """Requests that the server's clock was too far off for."""
    unsaved: int
    """Turns that were answered without the store."""
    told: int
    """Times that somebody heard that nothing can be saved just now."""
    finished: int
    """Sets acknowledged as saved."""
    slowest_s: float
    faults: dict[str, int]
    """Injected, by kind."""

    def __str__(self) -> str:
        """Return it in lines."""
        kinds = ", ".join(f"{kind} {count:,}" for kind, count in sorted(self.faults.items()))
        return (
            f"  {sum(self.faults.values()):,} faults: {kinds}\n"
            f"  {self.turns:,} turns acknowledged, {self.unsaved:,} of them without the store "
            f"(said {self.told:,} times), {self.again:,} requests sent again, "
            f"{self.given_up:,} given up, {self.refused:,} refused\n"
            f"  {self.finished:,} sets finished; lost 0, counted twice 0; "
            f"slowest turn {self.slowest_s:.1f} s"
        )


def figures(persons: Iterable[Person], wire: Wire, faults: Mapping[str, int]) -> Figures:
    """Sum up what persons went through."""
    everybody = list(persons)
    return Figures(
        turns=sum(one.turns for one in everybody),
        again=sum(one.again for one in everybody),
        given_up=sum(one.given_up for one in everybody),
        refused=sum(one.refused for one in everybody),
        unsaved=sum(one.remembered.unsaved_turns for one in everybody),
        told=sum(one.told for one in everybody),
        finished=sum(len(one.remembered.finished) for one in everybody),
        slowest_s=wire.slowest_s,
        faults=dict(faults),
    )
