"""How a language is spoken, as data: `interaction_models/language/<language>.yaml`."""

import msgspec


class NumberData(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Number words. Patterns name their parts in braces."""

    units: tuple[str, ...]
    """The words for 0 to 19."""
    tens: dict[str, int]
    below_hundred: tuple[str, ...]
    hundreds: tuple[str, ...]
    hundreds_and: tuple[str, ...]
    thousands: tuple[str, ...]
    others: dict[str, int]
    ordinals: dict[str, int]
    minus: tuple[str, ...]
    inside: dict[str, str] = {}
    """How a unit is said inside a longer number, where that differs."""
    vague: tuple[str, ...] = ()
    """Said as a number, but none."""


class DurationData(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words for lengths of time."""

    units: dict[str, str]
    """Unit of ISO 8601 (`S`, `M`, `H`) for each word."""
    one: tuple[str, ...]
    joins: tuple[str, ...]
    half: tuple[str, ...]
    phrases: dict[str, str]


class InvocationData(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a skill is called by its invocation name."""

    launch: tuple[str, ...]
    ask: tuple[str, ...]
    connectors: tuple[str, ...]
    after: tuple[str, ...]
    not_in_name: tuple[str, ...]
    """Not part of resolving: what an invocation name may not contain (`skill/interaction`)."""


class Urgent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that decide by themselves."""

    words: tuple[str, ...]
    """Words or phrases."""
    most_words: int = 0
    """Longest sentence in which they do, in words; 0 for any."""


class LanguageData(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of it."""

    fold: dict[str, str]
    contractions: dict[str, str]
    wake_words: tuple[str, ...]
    lead_ins: tuple[str, ...]
    tails: tuple[str, ...]
    fillers: tuple[str, ...]
    negations: tuple[str, ...]
    """Words that turn a meaning round: a sample with one is far from a sentence without."""
    numbers: NumberData
    durations: DurationData
    invocation: InvocationData
    urgent: dict[str, Urgent]
    """By intent."""
    openings: dict[str, tuple[str, ...]]
    """By intent: what opens a sentence and decides it when the rest is unknown."""

    @classmethod
    def read(cls, text: bytes) -> "LanguageData":
        """Return the data in a language's YAML, its words folded.

        Raises:
            msgspec.ValidationError: a key or value does not fit; the message holds its path.
        """
        data = msgspec.convert(msgspec.yaml.decode(text), cls)
        # Samples and utterances are compared with their letters folded, so these words are too.
        letters = {ord(letter): plain for letter, plain in data.fold.items()}
        folded = msgspec.json.encode(data).decode().translate(letters)
        return msgspec.structs.replace(msgspec.json.decode(folded, type=cls), fold=data.fold)
