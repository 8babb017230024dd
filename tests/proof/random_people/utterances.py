"""What random people say: the labelled utterances of a language, and noise."""

import functools

from hypothesis import strategies as st

from tests.understanding.labelled import labelled

BEGIN = {"en": "start the desk break", "de": "starte am schreibtisch"}
YES = {"en": "yes", "de": "ja"}
FORGET = {"en": "delete my data", "de": "lösche meine daten"}
TRAINING = {
    "en": ("next", "done", "ready", "okay", "continue", "again", "yes"),
    "de": ("weiter", "fertig", "bereit", "okay", "nochmal", "ja"),
}
ANSWERS = {
    "en": ("yes", "no", "stop", "pause", "resume", "skip this move", "carry on"),
    "de": ("ja", "nein", "stopp", "pause", "fortsetzen", "überspring die übung", "weitermachen"),
}
WISHES = {
    "en": ("my knee hurts", "switch sides", "slower", "faster", "run through",
           "stop after each step", "left side first", "right side first", "i don't have a band",
           "i have a band", "thirty reps", "the usual pace"),
    "de": ("mein knie tut weh", "seite wechseln", "langsamer", "schneller",
           "am stück", "schritt für schritt", "links zuerst", "ich habe kein band",
           "ich habe ein band", "dreißig wiederholungen"),
}  # fmt: skip


@functools.cache
def anything(language: str) -> st.SearchStrategy[str]:
    """Return whatever people were ever heard to say, each intent as often, and noise."""
    by_intent: dict[str, list[str]] = {}
    for one in labelled(language):
        by_intent.setdefault(one.intent, []).append(one.said)
    heard = st.sampled_from(sorted(by_intent)).flatmap(
        lambda intent: st.sampled_from(by_intent[intent])
    )
    return st.one_of(heard, heard, st.text(max_size=40))
