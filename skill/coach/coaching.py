"""Coaching from a place on: one step in stepwise guidance, as much as fits in continuous.

In stepwise guidance too, setup steps that the person has heard before come in one go: nobody wants
to say "next" three times, face down, to hear what they just did on the other side.
"""

from msgspec.structs import replace

from skill.coach.catalog import Move
from skill.coach.cues import Cue, Silence, length
from skill.coach.phrases import Wordings
from skill.coach.piece import Piece
from skill.coach.progress import Bookmark
from skill.coach.reply import View
from skill.coach.sides import for_side
from skill.coach.talk import Talk
from skill.coach.timing import SECOND
from skill.coach.track import Track

PROMPT_MS = 10 * SECOND
"""Kept free at the end of a response for what comes next and the prompt."""
TAKE_IN_MS = 1_500
"""Quiet after a routine or a move was introduced, before what is to be done."""
CHANGE_MS = 4 * SECOND
"""Quiet time to change position at the beginning of a set, at the usual pace."""
LONG_PROMPTS = 3
"""So many prompts of a session say in full what can be said."""


def coach(talk: Talk, *, announce: bool = False, full: bool = False) -> None:
    """Coach from the bookmark on, and end with a prompt for what follows.

    `announce` names move and side first; `full` repeats a description in full.
    """
    talk.be("coaching", coached=talk.session.coached + 1)
    talk.speak_as_at(talk.place)
    spoken = _first(talk, announce=announce, full=full)
    if not full or talk.preferences.guidance == "continuous":
        spoken = _on_and_on(talk, talk.track, spoken)
    prompt_after(talk, spoken)
    if talk.preferences.guidance == "continuous":
        _run_on(talk, spoken)


def _first(talk: Talk, *, announce: bool, full: bool) -> Bookmark:
    """Speak the step at the bookmark, as far as it fits; return the place after it."""
    place = talk.place
    opening = announcement(talk, place) if announce else []
    room = _room(talk, talk.track) - length(opening)
    piece = _piece(talk, place, full=full, most_ms=room)
    _look_at(talk, place)
    talk.track.perform(place, opening, piece)
    return replace(place, done=piece.amount)


def _on_and_on(talk: Talk, track: Track, spoken: Bookmark) -> Bookmark:
    """Speak step after step while the next fits whole; return the place after the last one.

    A set is only begun where its first work fits whole: nobody gets into position and is then left
    waiting.
    """
    while talk.route.is_complete(spoken) and _flows(talk, spoken):
        place = talk.route.next_place(spoken)
        if place is None:
            break
        opening = [*announcement(talk, place), _change(talk)] if place.step == 0 else []
        needed = set_ms(talk, place, full=False, first_work=True) if place.step == 0 else 0
        piece = _piece(talk, place, full=False, most_ms=talk.limits.turn_ms * 100)
        if length(opening) + max(needed, piece.ms) > _room(talk, track):
            break
        track.perform(place, opening, piece)
        spoken = replace(place, done=piece.amount)
    return spoken


def _flows(talk: Talk, place: Bookmark) -> bool:
    """Return whether the step after the one at a place follows by itself."""
    if talk.preferences.guidance == "continuous":
        return True
    steps = talk.route.move(place).steps[place.step : place.step + 2]
    are_setups = [step.kind for step in steps] == ["setup", "setup"]
    return are_setups and not talk.preferences.each_step and not _is_new(talk, place)


def _run_on(talk: Talk, spoken: Bookmark) -> None:
    """Let the rest of this set, and the next ones, play by themselves when nobody answers.

    A device without a screen can't be made to go on but by its reprompt.
    """
    ask_next(talk, talk.phrases.prompts.run_on)
    track = talk.later()
    last = _on_and_on(talk, track, _rest(talk, track, spoken))
    if last is spoken:
        prompt_after(talk, spoken, again=True)
        return
    _close_track(talk, track, last)
    talk.run_on(track)


def _rest(talk: Talk, track: Track, spoken: Bookmark) -> Bookmark:
    """Speak what comes next of a set that is begun, as far as it fits; return the place after."""
    is_over = talk.route.is_complete(spoken)
    place = talk.route.next_place(spoken) if is_over else spoken
    if place is None or (is_over and place.step == 0):
        return spoken
    piece = _piece(talk, place, full=False, most_ms=_room(talk, track))
    track.perform(place, [], piece)
    return replace(place, done=piece.amount)


def _close_track(talk: Talk, track: Track, last: Bookmark) -> None:
    """End what plays by itself by saying what comes next, and what can be said."""
    prompts, following = talk.phrases.prompts, talk.route.next_place(last)
    closing = prompts.last_again if following is None else prompts.step_again
    if not talk.route.is_complete(last):
        closing = prompts.keep_going_again
    elif talk.route.ends_set(last):
        track.cues.append(talk.speaking.say(ahead_words(talk, last, following)))
    track.cues.append(talk.speaking.say(talk.speaking.wording(closing)))


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
    """Return what opens a set: the move where it is new, and the side."""
    move = talk.route.move(place)
    begins = not place.closed and place.side == talk.route.sides(move)[0]
    texts = _new_move(talk, place, move) if begins else []
    if move.sides == "one_side_then_other" or move_is_known(talk, place):
        texts.append(_side(talk, place, move, begins=begins))
    is_long = begins and not move_is_known(talk, place)
    return [talk.speaking.say(" ".join(texts)), *([Silence(TAKE_IN_MS)] if is_long else [])]


def _change(talk: Talk) -> Silence:
    """Return the time to change position."""
    return Silence(CHANGE_MS * talk.preferences.pace // 100)


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
    needs = [words.needs] if move.equipment and of == 1 else []
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


def _room(talk: Talk, track: Track) -> int:
    return talk.limits.turn_ms - PROMPT_MS - track.ms


def _piece(talk: Talk, place: Bookmark, *, full: bool, most_ms: int) -> Piece:
    full = full or (_is_new(talk, place) and place.done == 0)
    settle = talk.preferences.guidance == "continuous" or (not full and _flows(talk, place))
    return talk.sets.piece(place, full=full, settle=settle, most_ms=most_ms)


def set_ms(talk: Talk, place: Bookmark, *, full: bool, first_work: bool = False) -> int:
    """Return how long the set at a place takes from there on, time to settle included.

    `first_work`: only up to the end of the first step that is no setup.
    """
    full = full or _is_new(talk, place)
    total = 0
    for number in range(place.step, len(talk.route.move(place).steps)):
        there = replace(place, step=number, done=place.done if number == place.step else 0)
        most_ms = talk.limits.turn_ms * 100
        total += talk.sets.piece(there, full=full, settle=True, most_ms=most_ms).ms
        if first_work and talk.route.step(there).kind != "setup":
            break
    return total


def _look_at(talk: Talk, place: Bookmark) -> None:
    steps = talk.route.move(place).steps
    step = steps[place.step].id
    talk.look_at(View(place.moves[place.move], place.side, step, place.step + 1, len(steps)))


# --- prompting


def ask_next(talk: Talk, wordings: Wordings) -> None:
    """Ask whether the person is ready for what comes next."""
    talk.ask("next", wordings, talk.phrases.prompts.step_again, "step")


def prompt_after(talk: Talk, spoken: Bookmark, *, again: bool = False) -> None:
    """Ask for what follows a step that was spoken to `spoken.done`.

    `again` leaves out what comes next, since that was said already.
    """
    prompts = talk.phrases.prompts
    if not talk.route.is_complete(spoken):
        talk.ask("keep_going", prompts.keep_going, prompts.keep_going_again, "question")
        return
    following = talk.route.next_place(spoken)
    if talk.route.ends_set(spoken) and not again:
        talk.say_text(ahead_words(talk, spoken, following))
    if following is None:
        talk.ask("next", prompts.last, prompts.last_again, "step")
    elif talk.route.ends_set(spoken):
        ask_next(talk, prompts.after_set)
    else:
        long = talk.session.coached <= LONG_PROMPTS and talk.progress.sessions <= LONG_PROMPTS
        ask_next(talk, prompts.step if long else prompts.step_short)


def ahead_words(talk: Talk, spoken: Bookmark, following: Bookmark | None) -> str:
    """Name what comes in the pause before it: the other side, the next move, or nothing more."""
    phrases, speaking = talk.phrases.steps, talk.speaking
    if following is None:
        return speaking.wording(phrases.ahead_end)
    if following.move == spoken.move:
        return speaking.wording(phrases.ahead_side, side=speaking.side(following.side))
    following_id = following.moves[following.move]
    return speaking.wording(phrases.ahead_move, move=talk.lexicon.moves[following_id].short)
