"""How an answer ends: with the offer to go on, or with going on."""

from skill.coach.coaching import coach
from skill.coach.talk import Talk


def offer_to_go_on(talk: Talk) -> None:
    """End an answer with the offer to go on, where there is something to go on with."""
    prompts = talk.phrases.prompts
    if talk.session.mode == "hurt":
        talk.ask("pain", prompts.pain, prompts.pain_again, "question")
    elif talk.bookmark is None:
        talk.ask("which", prompts.which, prompts.which_again, "question")
    elif talk.session.mode == "idle":
        talk.ask("resume", prompts.resume, prompts.resume_again, "question")
    else:
        talk.ask("go_on", prompts.go_on, prompts.go_on_again, "step")


def straight_on(talk: Talk) -> None:
    """After a short answer in the middle of work go straight on, else offer to."""
    working = talk.bookmark is not None and talk.session.mode == "coaching"
    begun = working and talk.place.done > 0 and talk.route.step(talk.place).kind != "setup"
    if begun and not talk.route.is_complete(talk.place):
        coach(talk)
    else:
        offer_to_go_on(talk)
