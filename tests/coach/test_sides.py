"""Left and right are never mistaken."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.coach.sides import for_side, mirrored, other
from tests.coach.places import CONTENT

WORD = st.text(alphabet="abcdefgh ", max_size=8)
SIDED = st.lists(st.one_of(WORD, st.tuples(WORD, WORD).map(lambda p: f"[{p[0]}|{p[1]}]"))).map(
    "".join
)


def sided_texts() -> Iterator[str]:
    for lexicon in CONTENT.lexicons.values():
        for words in lexicon.moves.values():
            yield from (words.about, words.felt)
            for step in words.steps.values():
                yield from (step.full, step.brief, step.release, *step.beats)


@given(SIDED)
def test_mirroring_twice_changes_nothing(text: str) -> None:
    assert mirrored(mirrored(text)) == text


@given(SIDED)
def test_a_mirrored_text_for_the_left_is_the_text_for_the_right(text: str) -> None:
    assert for_side(mirrored(text), "left") == for_side(text, "right")


@pytest.mark.parametrize("side", ["right", "left"])
def test_the_other_side_of_the_other_side_is_the_side(side: str) -> None:
    assert other(other(side)) == side  # type: ignore[arg-type]


@pytest.mark.parametrize("text", sorted(set(sided_texts())))
def test_for_the_left_every_side_word_is_the_opposite(text: str) -> None:
    for lexicon in CONTENT.lexicons.values():
        right, left = lexicon.language.side_words[:2]
        pattern = re.compile(rf"\b({right}|{left})", re.IGNORECASE)
        swapped = {right: left, left: right}
        heard = pattern.findall(for_side(text, "left").lower())
        expected = [swapped[word] for word in pattern.findall(for_side(text, "right").lower())]
        assert heard == expected
