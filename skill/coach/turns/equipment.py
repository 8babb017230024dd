"""Equipment that is missing, and that turns up again."""

from msgspec.structs import replace

from skill.coach import events as ev
from skill.coach.offers import ask_for, offer, offer_to_go_on, straight_on
from skill.coach.talk import Talk
from skill.coach.turns.moving import go_on


def lack(talk: Talk, event: ev.Lack) -> None:
    """Note that something is not there; say what will do instead, and leave out what needs it."""
    things = _named(talk, event.equipment)
    if not things:
        ask_for(talk, talk.phrases.wishes.which_thing)
        return
    words = [talk.lexicon.equipment[id] for id in things]
    talk.prefer(lacks=tuple(dict.fromkeys((*talk.preferences.lacks, *things))))
    talk.say(
        talk.phrases.wishes.lack,
        thing=talk.speaking.listed([one.name for one in words]),
        instead=" ".join(one.instead for one in words),
    )
    _leave_out_ahead(talk, things)


def _named(talk: Talk, equipment: str | None) -> tuple[str, ...]:
    """Return the ids of the equipment a person means: if none is named, of the move at hand."""
    if equipment == ev.ALL:
        return talk.catalog.equipment
    here = talk.bookmark is not None and talk.session.mode != "idle"
    named = equipment or (talk.route.move(talk.place).equipment if here else "")
    return (named,) if named else ()


def _leave_out_ahead(talk: Talk, things: tuple[str, ...]) -> None:
    phrases = talk.phrases.wishes
    if talk.bookmark is None or talk.session.mode in ("idle", "hurt"):
        talk.say(phrases.lack_tell)
        offer_to_go_on(talk)
        return
    place = talk.place
    ahead = talk.route.ahead(place)
    kept = tuple(move for move in ahead if talk.catalog.moves[move].equipment not in things)
    talk.go_to(talk.route.with_ahead(place, kept))
    is_needed = _needs(talk, things)
    if not is_needed:
        talk.say(phrases.lack_tell)
    if kept != ahead:
        dropped = [talk.lexicon.moves[move].short for move in ahead if move not in kept]
        talk.say(phrases.lack_leaves, moves=talk.speaking.listed(dropped))
    if is_needed:
        talk.be("coaching")
        offer(talk, "substitute")
    else:
        straight_on(talk)


def _needs(talk: Talk, things: tuple[str, ...]) -> bool:
    """Return whether what is to be done next of this move needs one of the things."""
    place = talk.place
    following = talk.route.next_place(place) if talk.route.is_complete(place) else place
    goes_on = following is not None and following.move == place.move
    return goes_on and talk.route.move(place).equipment in things


def have(talk: Talk, event: ev.Have) -> None:
    """Note that something is there again."""
    things = _named(talk, event.equipment) or talk.preferences.lacks
    if not things:
        ask_for(talk, talk.phrases.wishes.which_thing)
        return
    lacked = [id for id in things if id in talk.preferences.lacks]
    talk.prefer(lacks=tuple(id for id in talk.preferences.lacks if id not in things))
    names = [talk.lexicon.equipment[id].name for id in things]
    talk.say(talk.phrases.wishes.have, thing=talk.speaking.listed(names))
    _take_back(talk, lacked)
    if talk.session.asking == "substitute" and talk.bookmark is not None:
        _begin_again(talk)
    else:
        straight_on(talk)


def _begin_again(talk: Talk) -> None:
    """Go on from the place; with a setup step from its beginning, now that it can be done."""
    if talk.route.step(talk.place).kind == "setup":
        talk.go_to(replace(talk.place, done=0))
    go_on(talk, ev.GoOn())


def _take_back(talk: Talk, things: list[str]) -> None:
    """Put the moves that were left out for want of something back into the run."""
    if talk.bookmark is None or talk.place.routine not in talk.catalog.routines:
        return
    place = talk.place
    back = [
        move
        for move in talk.catalog.routines[place.routine]
        if talk.catalog.moves[move].equipment in things and move not in place.moves
    ]
    if not back:
        return
    order = talk.catalog.routines[place.routine]
    joined = sorted((*talk.route.ahead(place), *back), key=order.index)
    talk.go_to(talk.route.with_ahead(place, joined))
    shorts = [talk.lexicon.moves[move].short for move in back]
    talk.say(talk.phrases.wishes.have_again, moves=talk.speaking.listed(shorts))
