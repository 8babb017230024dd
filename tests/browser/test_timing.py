"""Pauses are as long as they say, whatever the speed, with and without a voice."""

import pytest

from skill.coach.timing import speaking_ms
from skill.content import load
from skill.simulator.spoken import length_ms, parts
from tests.browser.needs import note
from tests.browser.person import Person

HOLD = """async () => {
  const dial = document.querySelector("#dial");
  const shown = (wanted) => new Promise((resolve) => {
    const look = () => (dial.dataset.shows === "hold") === wanted && resolve(performance.now());
    new MutationObserver(look).observe(dial, { attributeFilter: ["data-shows"] });
    look();
  });
  const began = await shown(true);
  return (await shown(false)) - began;
}"""
"""How long the dial shows a hold, in milliseconds of the wall's clock."""


@pytest.mark.parametrize(("speed", "seconds"), [("10", 3.0), ("20", 1.5)])
def test_a_hold_of_thirty_seconds(person: Person, speed: str, seconds: float) -> None:
    person.begins_a_hold(speed=speed)
    took = person.page.evaluate(HOLD) / 1000
    note(f"a hold of 30 s at {speed}x: {took:.3f} s")
    assert took == pytest.approx(seconds, rel=0.05)


PLAY = """async ([ssml, figures, spokenMs]) => {
  const { parts } = await import("/browser/ssml.js");
  const { Player } = await import("/browser/player.js");
  const { Clock } = await import("/browser/clock.js");
  const clock = new Clock();
  let spoken = 0;
  const speak = async () => {
    const began = performance.now();
    await new Promise((resolve) => setTimeout(resolve, spokenMs));
    spoken += performance.now() - began;
    return true;
  };
  const player = new Player(clock, { isReady: spokenMs > 0, speak });
  const began = performance.now();
  await player.play(parts(ssml, figures), new AbortController().signal);
  return performance.now() - began - spoken;
}"""
"""Plays SSML in real time; returns how long all took without the voice, in milliseconds."""

FIGURES = {"ms_per_word": 0, "ms_per_letter": 5, "ms_per_comma": 0, "ms_per_sentence": 0}


@pytest.mark.parametrize("voice_ms", [0, 37])
def test_silences_add_up(person: Person, voice_ms: int) -> None:
    person.open()
    counted = "".join(f'{n} <break time="150ms"/>' for n in "abcdefghijklmnopqrst")
    took = person.page.evaluate(PLAY, [f"<speak>{counted}</speak>", FIGURES, voice_ms])
    words = 0 if voice_ms else 20 * FIGURES["ms_per_letter"]
    note(f"20 silences of 0.15 s, a voice of {voice_ms} ms: {took / 1000:.3f} s")
    assert took == pytest.approx(20 * 150 + words, abs=100)


PARTS = """async ([ssml, figures]) => {
  const { lengthMs, parts } = await import("/browser/ssml.js");
  const heard = parts(ssml, figures);
  return { ms: lengthMs(heard), text: heard.map((part) => part.text).filter(Boolean).join(" ") };
}"""

SPOKEN = [
    "<speak>Sit down. Then, hold.</speak>",
    '<speak>3 &amp; 20 more <break time="10s"/><break time="1500ms"/> Rest?</speak>',
    '<speak>The <phoneme alphabet="ipa" ph="x">gluteus medius</phoneme> works.</speak>',
    '<speak><phoneme alphabet="ipa" ph="x">a</phoneme> <sub>b</sub>, c <break time="1s"/></speak>',
    '<speak>ten, halfway <break time="0.5s"/> äöü, 11.</speak>',
    "<speak>  </speak>",
]


@pytest.mark.parametrize("ssml", SPOKEN)
def test_speech_is_timed_as_the_coach_times_it(person: Person, ssml: str) -> None:
    voice = load().lexicons["en"].language.voice
    figures = {name: getattr(voice, name) for name in voice.__struct_fields__}
    person.open()
    heard = person.page.evaluate(PARTS, [ssml, figures])
    expected = parts(ssml, voice)
    assert heard["text"] == " ".join(part.text for part in expected if part.text)
    # A blank between two pieces of a sentence may be counted once or twice.
    assert heard["ms"] == pytest.approx(length_ms(expected), abs=voice.ms_per_letter)


def test_every_instruction_is_timed_as_the_coach_times_it(person: Person) -> None:
    lexicon = load().lexicons["en"]
    voice = lexicon.language.voice
    figures = {name: getattr(voice, name) for name in voice.__struct_fields__}
    texts = [step.full for move in lexicon.moves.values() for step in move.steps.values()]
    person.open()
    timed = person.page.evaluate(
        """async ([texts, figures]) => {
          const { speakingMs } = await import("/browser/ssml.js");
          return texts.map((text) => speakingMs(text, figures));
        }""",
        [texts, figures],
    )
    assert timed == [speaking_ms(text, voice) for text in texts]


BROKEN = [
    "<speak>no end",
    "<p>no speech</p>",
    '<speak><break time="soon"/></speak>',
]


@pytest.mark.parametrize("ssml", BROKEN)
def test_broken_speech_is_refused(person: Person, ssml: str) -> None:
    person.open()
    error = person.page.evaluate(
        """async ([ssml, figures]) => {
          const { BrokenSpeech, parts } = await import("/browser/ssml.js");
          try { parts(ssml, figures); } catch (error) { return error instanceof BrokenSpeech; }
          return false;
        }""",
        [ssml, FIGURES],
    )
    assert error
    # Chromium's own page on an XML error has a style that the policy refuses.
    person.errors = [told for told in person.errors if "inline style" not in told]
