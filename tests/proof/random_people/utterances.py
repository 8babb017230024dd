"""What random people say: the labelled utterances of a language, and noise."""

import functools

from hypothesis import strategies as st

from tests.understanding.labelled import labelled

OFTEN = {
    "en": ("next", "yes", "no", "done", "ready", "okay", "continue", "again", "pause", "stop"),
    "de": ("weiter", "ja", "nein", "fertig", "bereit", "okay", "nochmal", "pause", "stopp"),
}
TOPICS = {
    "en": ("start the desk break", "start the full routine", "my knee hurts", "switch sides",
           "delete my data", "slower", "run through", "left side first", "i don't have a band"),
    "de": ("starte die übungen für das büro", "mein knie tut weh", "seite wechseln",
           "lösche meine daten", "langsamer", "links zuerst", "ich habe kein band"),
}  # fmt: skip


@functools.cache
def utterances(language: str) -> st.SearchStrategy[str]:
    """Return what may be said: mostly short answers, and everything else there is."""
    by_intent: dict[str, list[str]] = {}
    for one in labelled(language):
        by_intent.setdefault(one.intent, []).append(one.said)
    anything = st.sampled_from(sorted(by_intent)).flatmap(
        lambda intent: st.sampled_from(by_intent[intent])
    )
    return st.one_of(
        st.sampled_from(OFTEN[language]),
        st.sampled_from(TOPICS[language]),
        anything,
        st.text(max_size=40),
    )
