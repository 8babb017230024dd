"""Figures with their spread."""

import statistics
from collections.abc import Sequence

import msgspec


class Figure(msgspec.Struct, frozen=True):
    """A median, and the lowest and highest of its rounds."""

    median: float
    least: float
    most: float

    @staticmethod
    def of(values: Sequence[float]) -> "Figure":
        """Sum values up."""
        return Figure(statistics.median(values), min(values), max(values))

    def shown(self, digits: int = 2) -> str:
        """Return it as "0.61 (0.58 to 0.66)"."""
        return f"{self.median:,.{digits}f} ({self.least:,.{digits}f} to {self.most:,.{digits}f})"


def ratios(values: Sequence[float], floor: Sequence[float]) -> Figure:
    """Return the ratios of values to those of the same rounds of somebody else."""
    return Figure.of([value / below for value, below in zip(values, floor, strict=True)])


def row(*cells: object) -> str:
    """Return a row of a Markdown table."""
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def head(*names: str) -> str:
    """Return the head of a Markdown table."""
    return row(*names) + "\n" + row(*("---" for _ in names))
