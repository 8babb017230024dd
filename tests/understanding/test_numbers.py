"""Numbers and lengths of time, in both languages, as Alexa would send them."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.interaction import language_file
from skill.simulator.understanding import LanguageData, Understanding
from skill.simulator.understanding.numbers import MOST, Numbers

NUMBERS = {
    language: Numbers(LanguageData.read(language_file(language)).numbers)
    for language in ("en", "de")
}


def whole(numbers: Numbers, words: tuple[str, ...]) -> str | None:
    return dict(numbers.spans(words, 0)).get(len(words))


@pytest.mark.parametrize("language", NUMBERS)
@given(number=st.integers(0, 999) | st.integers(1, 20).map(lambda thousands: thousands * 1000))
def test_words_of_a_number_are_read_as_that_number(language: str, number: int) -> None:
    numbers = NUMBERS[language]
    assert whole(numbers, numbers.words(str(number))) == str(number)


@given(number=st.integers(0, MOST))
def test_no_two_numbers_have_the_same_words(number: int) -> None:
    for numbers in NUMBERS.values():
        assert numbers.words(str(number)) != numbers.words(str((number + 1) % (MOST + 1)))


def test_a_number_too_large_for_words_is_read_digit_by_digit() -> None:
    assert NUMBERS["en"].words("1234567") == ("one", "two", "three", "four", "five", "six", "seven")


SPOKEN: list[tuple[str, str, dict[str, str]]] = [
    ("en-US", "do twenty five reps", {"number": "25"}),
    ("en-US", "do 25 reps", {"number": "25"}),
    ("en-US", "do a hundred and five reps", {"number": "105"}),
    ("en-US", "do 0 reps", {"number": "0"}),
    ("en-US", "do -3 reps", {"number": "-3"}),
    ("en-US", "do minus three reps", {"number": "-3"}),
    ("en-US", "do 10,000 reps", {"number": "10000"}),
    ("en-US", "do ten thousand reps", {"number": "10000"}),
    ("en-US", "do a few reps", {"number": "?"}),
    ("en-US", "do a dozen reps", {"number": "12"}),
    ("en-US", "go to the third step", {"number": "3"}),
    ("en-US", "hold it for forty-five seconds", {"duration": "PT45S"}),
    ("en-US", "hold it for 45s", {"duration": "PT45S"}),
    ("en-US", "hold it for a minute", {"duration": "PT1M"}),
    ("en-US", "hold it for a minute and a half", {"duration": "PT1M30S"}),
    ("en-US", "hold it for one minute and twenty seconds", {"duration": "PT1M20S"}),
    ("en-US", "hold it for half a minute", {"duration": "PT30S"}),
    ("en-US", "hold it for a few seconds", {"duration": "?"}),
    ("en-US", "i only have an hour", {"duration": "PT1H"}),
    ("en-US", "i only have an hour and a half", {"duration": "PT1H30M"}),
    ("en-US", "i only have a quarter of an hour", {"duration": "PT15M"}),
    ("en-US", "hold for 40", {"number": "40"}),
    ("de-DE", "mach fünfundzwanzig wiederholungen", {"number": "25"}),
    ("de-DE", "mach fuenfundzwanzig Wiederholungen", {"number": "25"}),
    ("de-DE", "mach 25 wiederholungen", {"number": "25"}),
    ("de-DE", "mach einundzwanzig wiederholungen", {"number": "21"}),
    ("de-DE", "mach zwo wiederholungen", {"number": "2"}),
    ("de-DE", "mach hundert wiederholungen", {"number": "100"}),
    ("de-DE", "mach hundertfünf wiederholungen", {"number": "105"}),
    ("de-DE", "mach 10.000 wiederholungen", {"number": "10000"}),
    ("de-DE", "mach ein paar wiederholungen", {"number": "?"}),
    ("de-DE", "geh zum dritten schritt", {"number": "3"}),
    ("de-DE", "halte es dreißig sekunden", {"duration": "PT30S"}),
    ("de-DE", "halte es dreissig sekunden", {"duration": "PT30S"}),
    ("de-DE", "halte es eine minute", {"duration": "PT1M"}),
    ("de-DE", "halte es eine minute und zwanzig sekunden", {"duration": "PT1M20S"}),
    ("de-DE", "halte es anderthalb minuten", {"duration": "PT1M30S"}),
    ("de-DE", "halte es eine halbe minute", {"duration": "PT30S"}),
    ("de-DE", "ich habe nur eine viertelstunde", {"duration": "PT15M"}),
]


@pytest.mark.parametrize(("locale", "said", "slots"), SPOKEN)
def test_what_is_said_as_a_number_arrives_as_alexa_sends_it(
    resolver_of: Callable[[str], Understanding], locale: str, said: str, slots: dict[str, str]
) -> None:
    understood = resolver_of(locale).understand(said)
    assert {name: slot.value for name, slot in understood.slots.items()} == slots
    assert all(slot.id is None and slot.status is None for slot in understood.slots.values())


def test_an_unknown_key_in_a_language_is_named() -> None:
    document: dict[str, Any] = msgspec.yaml.decode(language_file("en"))
    document["numbers"]["hundereds"] = []
    with pytest.raises(msgspec.ValidationError, match="hundereds"):
        LanguageData.read(msgspec.yaml.encode(document))
