"""What the coach calls a thing, a person can call it too."""

from collections.abc import Iterator

from skill.coach.words import Lexicon
from skill.content import load
from skill.interaction import interaction_model, language_file
from skill.simulator.understanding import LanguageData, Understanding

MAIN = {"en": "en-US", "de": "de-DE"}
ASKED = {
    "en": {
        "move": "which muscles does {} work",
        "routine": "which moves are in {}",
        "muscle": "tell me about the {}",
        "equipment": "i have {}",
    },
    "de": {
        "move": "welche muskeln trainiert {}",
        "routine": "was ist {}",
        "muscle": "was macht der {}",
        "equipment": "ich habe {}",
    },
}


def names(lexicon: Lexicon) -> Iterator[tuple[str, str, str]]:
    """Yield slot, id and each name the coach speaks."""
    for id_, move in lexicon.moves.items():
        yield from (("move", id_, name) for name in (move.name, move.short))
    for id_, routine in lexicon.routines.items():
        yield from (("routine", id_, name) for name in (routine.name, routine.short))
    for id_, muscle in lexicon.muscles.items():
        yield "muscle", id_, muscle.name
    for id_, equipment in lexicon.equipment.items():
        yield "equipment", id_, equipment.name


def test_every_name_the_coach_speaks_resolves_to_its_id() -> None:
    wrong = []
    for language, lexicon in load().lexicons.items():
        locale = MAIN[language]
        data = LanguageData.read(language_file(locale))
        resolver = Understanding(interaction_model(locale), data)
        for slot, id_, name in names(lexicon):
            said = ASKED[language][slot].format(name)
            understood = resolver.understand(said)
            if slot not in understood.slots or understood.slots[slot].id != id_:
                wrong.append((said, understood))
    assert wrong == []
