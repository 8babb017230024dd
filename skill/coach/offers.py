"""How an answer ends: with an offer, with a question of its own, or with going on."""

from skill.coach.coaching import coach, prompt_after
from skill.coach.phrases import Wordings
from skill.coach.state import Question
from skill.coach.talk import Talk

OFFERS: dict[Question, str] = {
    "which": "question",
    "resume": "question",
    "again": "question",
    "substitute": "question",
    "skipped": "question",
    "forget": "question",
    "carry_on": "question",
    "start_anyway": "question",
    "pain_idle": "paused",
    "pain": "paused",
    "go_on": "step",
}
"""Offers, and how patient their reprompt is; their words are the prompts of the same name."""

STANDING: tuple[Question, ...] = ("which", "resume", "again", "skipped", "pain_idle")
"""Offers that a question of the person's does not take back."""


def offer(talk: Talk, question: Question) -> None:
    """End a reply with an offer."""
    prompts = talk.phrases.prompts
    prompt: Wordings = getattr(prompts, question)
    again: Wordings = getattr(prompts, f"{question}_again")
    talk.ask(question, prompt, again, OFFERS[question], **_values(talk, question))


def _values(talk: Talk, question: Question) -> dict[str, str]:
    if question == "again":
        return {"routine": talk.name_of(talk.progress.last_routine)}
    if question == "skipped":
        shorts = [talk.lexicon.moves[move].short for move in talk.session.offered]
        return {"moves": talk.speaking.listed(shorts)}
    return {}


def offer_to_begin(talk: Talk) -> None:
    """Offer what is nearest: going on, the same again, or a choice."""
    if talk.bookmark is not None:
        offer(talk, "resume")
    elif talk.progress.last_routine:
        offer(talk, "again")
    else:
        offer(talk, "which")


def offer_to_go_on(talk: Talk) -> None:
    """End an answer with the offer that stood before it, or with the one to go on."""
    if talk.session.mode == "hurt":
        offer(talk, "pain")
    elif talk.session.asking in (*STANDING, "substitute"):
        offer(talk, talk.session.asking)
    elif talk.bookmark is None or talk.session.mode == "idle":
        offer_to_begin(talk)
    elif talk.route.is_through(talk.place):
        prompt_after(talk, talk.place, again=True)
    else:
        offer(talk, "go_on")


def ask_for(talk: Talk, wordings: Wordings, **values: object) -> None:
    """Ask for what a wish or a question left out; the next answer belongs to it."""
    talk.ask("value", wordings, talk.phrases.prompts.value_again, "question", **values)


def straight_on(talk: Talk) -> None:
    """After a short answer in the middle of work go straight on, else offer to."""
    working = talk.bookmark is not None and talk.session.mode == "coaching"
    begun = working and talk.place.done > 0 and talk.route.step(talk.place).kind != "setup"
    if begun and not talk.route.is_complete(talk.place):
        coach(talk)
    else:
        offer_to_go_on(talk)
