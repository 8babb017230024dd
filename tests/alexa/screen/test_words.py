"""The words of screens: complete in every language, and written for both sides."""

import pytest

from skill.alexa.screen.words import screen_words
from skill.coach.sides import SIDES, for_side, outside_brackets
from skill.content import load

LANGUAGES = sorted(load().lexicons)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_described(language: str) -> None:
    moves = load().catalog.moves
    wanted = {id: [step.id for step in move.steps] for id, move in moves.items()}
    figures = screen_words(language).figures
    assert {id: sorted(steps) for id, steps in figures.items()} == {
        id: sorted(steps) for id, steps in wanted.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_side_stands_outside_of_brackets(language: str) -> None:
    sides = load().lexicons[language].language.side_words
    for move, steps in screen_words(language).figures.items():
        for step, text in steps.items():
            bare = outside_brackets(text).lower().split()
            harmless = {"rechten", "right"} if "Winkel" in text or "angles" in text else set()
            found = [word for word in bare if word.startswith(sides) and word not in harmless]
            assert not found, (move, step)
            assert all("[" not in for_side(text, side) for side in SIDES), (move, step)


@pytest.mark.parametrize("language", LANGUAGES)
def test_templates_take_what_they_are_given(language: str) -> None:
    words = screen_words(language)
    assert "2" in words.step.format(number=2, of=4)
    assert "20" in words.reps.format(amount=20)
    assert "pectineus" in words.muscles.format(muscles="pectineus")
    assert "here" in words.muscle.format(name="pectineus", where="here")
