"""How long moves take, remembered: to work it out, all their steps are put into words."""

from collections.abc import Callable

MOST = 4_096
"""So many are remembered, less than a megabyte in all; then it begins anew."""

Key = tuple[object, ...]
"""All that a length depends on."""


class Lengths:
    """Remembers what was worked out. Threads may share it: two may work out the same."""

    def __init__(self) -> None:
        self._known: dict[Key, int] = {}

    def of(self, key: Key, work_out: Callable[[], int]) -> int:
        """Return the length that a key stands for, in milliseconds."""
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= MOST:
                self._known.clear()
            found = self._known[key] = work_out()
        return found
