"""Locales made from one source."""

from pathlib import Path

import msgspec
import pytest

from skill.interaction import Model, SourceError, interaction_model, language_file, locales
from skill.interaction.sources import variants

VARIED = [
    (locale, intent, sample)
    for locale, variant in variants().items()
    for intent, samples in variant.add.items()
    for sample in samples
]


def samples(locale: str, intent: str) -> tuple[str, ...]:
    model = Model.of(interaction_model(locale))
    return next(i.samples for i in model.intents if i.name == intent)


@pytest.mark.parametrize(("locale", "intent", "sample"), VARIED)
def test_what_a_locale_adds_is_in_its_model_alone(locale: str, intent: str, sample: str) -> None:
    assert sample in samples(locale, intent)
    assert sample not in samples(variants()[locale].source, intent)


@pytest.mark.parametrize("locale", variants())
def test_what_a_locale_says_otherwise_is_said_in_its_source(locale: str) -> None:
    variant = variants()[locale]
    source = msgspec.json.encode(interaction_model(variant.source)).decode()
    text = msgspec.json.encode(interaction_model(locale)).decode()
    for word, instead in variant.words.items():
        assert word in source, f"{word!r} is said nowhere; take it out of variants.yaml"
        assert instead in text


@pytest.mark.parametrize("locale", locales())
def test_every_locale_has_the_intents_and_ids_of_the_others(locale: str) -> None:
    model, american = (Model.of(interaction_model(name)) for name in (locale, "en-US"))
    assert {i.name: [(s.name, s.type) for s in i.slots] for i in model.intents} == {
        i.name: [(s.name, s.type) for s in i.slots] for i in american.intents
    }
    assert {t.name: {v.id for v in t.values} for t in model.types} == {
        t.name: {v.id for v in t.values} for t in american.types
    }


def test_the_source_itself_is_not_changed_by_its_variants() -> None:
    before = interaction_model("en-US")
    interaction_model("en-GB")
    assert interaction_model("en-US") == before


def test_an_unknown_locale_says_which_are_known() -> None:
    with pytest.raises(SourceError, match=r"'xx-XX'.*en-GB.*en-US"):
        interaction_model("xx-XX")


def test_an_unknown_language_names_the_missing_file() -> None:
    with pytest.raises(SourceError, match=r"xx\.yaml can't be read"):
        language_file("xx-XX")


@pytest.mark.parametrize("broken", [b"{", b"[]"])
def test_a_broken_file_is_named(folder: Path, broken: bytes) -> None:
    (folder / "en-US.json").write_bytes(broken)
    with pytest.raises(SourceError, match=r"en-US\.json"):
        interaction_model("en-US", folder)


def test_an_unknown_key_in_the_variants_is_named(folder: Path) -> None:
    (folder / "variants.yaml").write_text("en-GB: {from: en-US, wrods: {a: b}}", "utf-8")
    with pytest.raises(SourceError, match="wrods"):
        interaction_model("en-GB", folder)
