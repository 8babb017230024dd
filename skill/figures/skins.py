"""The skin around discs: a trunk."""

from collections.abc import Sequence
from itertools import pairwise
from math import pi

from skill.figures.outlines import Disc, disc, number, point

_SAMPLES = 72


def skin(discs: Sequence[Disc]) -> str:
    """Return the tightest convex outline around discs."""
    samples = [
        (*one.at(2 * pi * step / _SAMPLES), index)
        for index, one in enumerate(discs)
        for step in range(_SAMPLES)
    ]
    hull = _hull(samples)
    while hull[0][2] == hull[-1][2] and len({owner for *_, owner in hull}) > 1:
        hull = [hull[-1], *hull[:-1]]
    if len({owner for *_, owner in hull}) == 1:
        return disc(discs[hull[0][2]])
    path = f"M{point(hull[0][:2])}"
    run = 1
    for before, after in pairwise([*hull, hull[0]]):
        if before[2] == after[2]:
            run += 1
            continue
        if run > 1:
            r = number(discs[before[2]].r)
            path += f"A{r} {r} 0 {int(run > _SAMPLES // 2 + 1)} 1 {point(before[:2])}"
        path += f"L{point(after[:2])}"
        run = 1
    return path + "Z"


_Sample = tuple[float, float, int]


def _hull(samples: list[_Sample]) -> list[_Sample]:
    ordered = sorted(samples)
    return [*_half(ordered)[:-1], *_half(ordered[::-1])[:-1]]


def _half(ordered: list[_Sample]) -> list[_Sample]:
    half: list[_Sample] = []
    for sample in ordered:
        while len(half) > 1 and _left(half[-2], half[-1], sample) <= 0:
            half.pop()
        half.append(sample)
    return half


def _left(a: _Sample, b: _Sample, c: _Sample) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
