"""Coaching from a place on: one step in stepwise guidance, as much as fits in continuous."""

from msgspec.structs import replace

from skill.coach.catalog import Move
from skill.coach.cues import Cue, Silence, length
from skill.coach.piece import Piece
from skill.coach.progress import Bookmark, Mark
from skill.coach.reply import View
from skill.coach.sides import for_side
from skill.coach.talk import Talk
from skill.coach.timing import SECOND

PROMPT_MS = 10 * SECOND
"""Kept free at the end of a response for what comes next and the prompt."""
CHANGE_MS = 4 * SECOND
"""Quiet time to change position at the beginning of a set, at the usual pace."""
LONG_PROMPTS = 3
"""So many prompts of a session say in full what can be said."""


def coach(talk: Talk, *, announce: bool = False, full: bool = False) -> None:
    """Coach from the bookmark on, and end with a prompt for what follows.

    `announce` names move and side first; `full` repeats a description in full.
    """
    talk.be("coaching", coached=talk.session.coached + 1)
    place: Bookmark | None = talk.place
    continuous = talk.preferences.guidance == "continuous"
    spoken: Bookmark | None = None
    while place is not None:
        opening = announcement(talk, place) if announce else []
        piece = _fitting(talk, place, opening, full=full, begun=spoken is not None)
        if piece is None:
            break
        _perform(talk, place, opening, piece)
        spoken = replace(place, done=piece.amount)
        if not continuous or not talk.route.is_complete(spoken):
            break
        place = talk.route.next_place(spoken)
        announce, full = place is not None and place.step == 0, False
    if spoken is not None:
        prompt_after(talk, spoken)


def say_where(talk: Talk) -> None:
    """Say in one sentence where the bookmark is."""
    talk.say_text(where(talk) + ".")


def where(talk: Talk) -> str:
    """Return in one sentence where it goes on: at the bookmark, or after it if that is done."""
    place, phrases, speaking = talk.place, talk.phrases.place, talk.speaking
    if talk.route.is_complete(place) and talk.route.step(place).kind != "setup":
        place = talk.route.next_place(place) or place
    move = talk.route.move(place)
    side = phrases.side.format(side=speaking.side(place.side))
    step = phrases.step.format(number=place.step + 1, of=len(move.steps))
    shared = {
        "move": talk.lexicon.moves[place.moves[place.move]].short,
        "side": phrases.both_sides if move.sides == "alternating" else side,
        "step": step,
    }
    if len(place.moves) == 1:
        return speaking.wording(phrases.in_move, **shared)
    routine = talk.name_of(place.routine)
    number, of = place.move + 1, len(place.moves)
    return speaking.wording(phrases.in_routine, routine=routine, number=number, of=of, **shared)


def into_position(talk: Talk) -> list[Cue]:
    """Return the short cues of the setup steps before the place, with time to follow."""
    cues: list[Cue] = []
    for number, step in enumerate(talk.route.move(talk.place).steps[: talk.place.step]):
        if step.kind == "setup":
            earlier = replace(talk.place, step=number, done=0)
            most_ms = talk.limits.turn_ms
            cues += talk.sets.piece(earlier, full=False, settle=True, most_ms=most_ms).cues
    return cues


# --- announcing


def announcement(talk: Talk, place: Bookmark) -> list[Cue]:
    """Return what opens a set: the move where it is new, the side, and time to change position."""
    move = talk.route.move(place)
    begins = not place.closed and place.side == talk.route.sides(move)[0]
    texts = _new_move(talk, place, move) if begins else []
    if move.sides == "one_side_then_other" or move_is_known(talk, place):
        texts.append(_side(talk, place, move, begins=begins))
    quiet = CHANGE_MS * talk.preferences.pace // 100
    cues: list[Cue] = [talk.speaking.say(" ".join(text for text in texts if text))]
    return cues if begins and talk.spoken_ms == 0 else [*cues, Silence(quiet)]


def _new_move(talk: Talk, place: Bookmark, move: Move) -> list[str]:
    phrases, speaking = talk.phrases.steps, talk.speaking
    move_id = place.moves[place.move]
    words = talk.lexicon.moves[move_id]
    number, of = place.move + 1, len(place.moves)
    name = (
        speaking.wording(phrases.only_move, name=words.name)
        if of == 1
        else speaking.wording(phrases.move, number=number, of=of, name=words.name)
    )
    if move_is_known(talk, place):
        return [name]
    needs = [words.needs] if move.equipment else []
    return [name, for_side(words.about, place.side), *needs]


def move_is_known(talk: Talk, place: Bookmark) -> bool:
    """Return whether the person has gone through the move at a place before."""
    return place.moves[place.move] in talk.progress.known


def _side(talk: Talk, place: Bookmark, move: Move, *, begins: bool) -> str:
    phrases, speaking = talk.phrases.steps, talk.speaking
    if move.sides == "alternating":
        return speaking.wording(phrases.alternating)
    wordings = phrases.first_side if begins else phrases.other_side
    return speaking.wording(wordings, side=speaking.side(place.side))


# --- performing


def _is_new(talk: Talk, place: Bookmark) -> bool:
    return not move_is_known(talk, place) and not place.closed


def _fitting(
    talk: Talk, place: Bookmark, opening: list[Cue], *, full: bool, begun: bool
) -> Piece | None:
    """Return the piece at a place as far as it fits; `None` if it had better wait a turn."""
    settle = talk.preferences.guidance == "continuous"
    room = talk.limits.turn_ms - PROMPT_MS - talk.spoken_ms - length(opening)
    full = full or (_is_new(talk, place) and place.done == 0)
    if not begun:
        return talk.sets.piece(place, full=full, settle=settle, most_ms=room)
    whole = talk.sets.piece(place, full=full, settle=settle, most_ms=talk.limits.turn_ms * 100)
    needed = set_ms(talk, place, full=full) if place.step == 0 else whole.ms
    return whole if needed <= room else None


def set_ms(talk: Talk, place: Bookmark, *, full: bool) -> int:
    """Return how long the set at a place takes from there on, time for changing included."""
    total = 0
    for number in range(place.step, len(talk.route.move(place).steps)):
        there = replace(place, step=number, done=place.done if number == place.step else 0)
        total += talk.sets.piece(
            there, full=full, settle=True, most_ms=talk.limits.turn_ms * 100
        ).ms
    return total


def _perform(talk: Talk, place: Bookmark, opening: list[Cue], piece: Piece) -> None:
    talk.add(opening)
    at = talk.spoken_ms + piece.work_at_ms
    talk.add(piece.cues)
    talk.mark(Mark(at, piece.work_ms, place.move, place.side, place.step, piece.done, piece.amount))
    steps = talk.route.move(place).steps
    talk.look_at(
        View(
            place.moves[place.move],
            place.side,
            steps[place.step].id,
            place.step + 1,
            len(steps),
        )
    )


# --- prompting


def prompt_after(talk: Talk, spoken: Bookmark) -> None:
    """Ask for what follows a step that was spoken to `spoken.done`."""
    prompts = talk.phrases.prompts
    if not talk.route.is_complete(spoken):
        talk.ask("keep_going", prompts.keep_going, prompts.keep_going_again, "question")
        return
    following = talk.route.next_place(spoken)
    if following is None:
        talk.say(talk.phrases.steps.ahead_end)
        talk.ask("next", prompts.last, prompts.last_again, "step")
    elif talk.route.ends_set(spoken):
        say_ahead(talk, spoken, following)
        talk.ask("next", prompts.after_set, prompts.step_again, "step")
    else:
        long = talk.session.coached <= LONG_PROMPTS and talk.progress.sessions <= LONG_PROMPTS
        talk.ask("next", prompts.step if long else prompts.step_short, prompts.step_again, "step")


def say_ahead(talk: Talk, spoken: Bookmark, following: Bookmark) -> None:
    """Name what comes in the pause before it: the other side, or the next move."""
    phrases = talk.phrases.steps
    if following.move == spoken.move:
        talk.say(phrases.ahead_side, side=talk.speaking.side(following.side))
    else:
        following_id = following.moves[following.move]
        talk.say(phrases.ahead_move, move=talk.lexicon.moves[following_id].short)
