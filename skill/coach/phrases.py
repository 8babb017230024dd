"""The coach's own phrases: which there are, and which values each may carry.

Every phrase has one wording or several; they take turns. A placeholder that a phrase does not
declare here is an error at load.
"""

from typing import Annotated, Any

import msgspec

Wordings = tuple[str, ...]


def takes(*names: str) -> Any:  # noqa: ANN401 - the type of an annotation's metadata
    """Declare the placeholders a phrase may use."""
    return msgspec.Meta(min_length=1, extra={"takes": names})


Plain = Annotated[Wordings, takes()]


class Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of a group of phrases: strict about its keys."""


class Amount(Section, frozen=True):
    """A number with its noun, in the singular and in the plural."""

    one: str
    other: str

    def of(self, number: int) -> str:
        """Return the phrase for a number."""
        return (self.one if number == 1 else self.other).format(n=number)


class Units(Section, frozen=True):
    """Amounts as they stand in a sentence."""

    seconds: Amount
    minutes: Amount
    reps: Amount
    moves: Amount
    sets: Amount
    steps: Amount
    days: Amount
    a_side: Annotated[str, takes("dose")]
    minutes_and_seconds: Annotated[str, takes("minutes", "seconds")]
    rounds: Amount


class Welcome(Section, frozen=True):
    """The beginning of a session."""

    first: Plain
    back: Plain
    where: Annotated[Wordings, takes("place")]
    where_again: Annotated[Wordings, takes("place")]
    long_ago: Annotated[Wordings, takes("place")]
    moved: Annotated[Wordings, takes("place")]
    was_finished: Annotated[Wordings, takes("routine")]
    streak: Annotated[Wordings, takes("days")]


class Begin(Section, frozen=True):
    """The beginning of a routine."""

    routine: Annotated[Wordings, takes("routine", "moves", "minutes")]
    single: Annotated[Wordings, takes("minutes")]
    cut: Annotated[Wordings, takes("routine", "moves", "minutes")]
    too_short: Annotated[Wordings, takes("move", "minutes")]
    rest_cut: Annotated[Wordings, takes("moves", "minutes")]
    needs: Annotated[Wordings, takes("things")]
    left_out: Annotated[Wordings, takes("moves", "things")]
    nothing_before: Plain
    over: Plain


class Place(Section, frozen=True):
    """Where we are."""

    in_routine: Annotated[Wordings, takes("routine", "number", "of", "move", "side", "step")]
    in_move: Annotated[Wordings, takes("move", "side", "step")]
    side: Annotated[str, takes("side")]
    both_sides: str
    step: Annotated[str, takes("number", "of")]


class Steps(Section, frozen=True):
    """Going from step to step."""

    move: Annotated[Wordings, takes("number", "of", "name")]
    only_move: Annotated[Wordings, takes("name")]
    first_side: Annotated[Wordings, takes("side")]
    alternating: Plain
    other_side: Annotated[Wordings, takes("side")]
    ahead_side: Annotated[Wordings, takes("side")]
    ahead_move: Annotated[Wordings, takes("move")]
    ahead_end: Plain
    first_step: Plain
    no_such_step: Annotated[Wordings, takes("steps", "number")]
    which_step: Annotated[Wordings, takes("steps")]
    first_move: Plain
    skipped: Annotated[Wordings, takes("move")]
    not_ahead: Annotated[Wordings, takes("move")]
    switched: Annotated[Wordings, takes("side")]
    already_side: Annotated[Wordings, takes("side")]
    no_sides: Plain


class Sets(Section, frozen=True):
    """The words inside a set."""

    times: Annotated[Wordings, takes("reps")]
    rounds: Annotated[Wordings, takes("rounds")]
    hold: Annotated[Wordings, takes("time")]
    work: Annotated[Wordings, takes("time")]
    more: Annotated[Wordings, takes("dose")]
    halfway: Plain
    ten_left: Plain
    last_rep: Plain
    cheer: Plain


class Prompts(Section, frozen=True):
    """What can be said now. The microphone opens after them."""

    step: Plain
    step_short: Plain
    step_again: Plain
    after_set: Plain
    keep_going: Plain
    keep_going_again: Plain
    last: Plain
    last_again: Plain
    which: Plain
    which_again: Plain
    resume: Plain
    resume_again: Plain
    fresh: Plain
    again: Annotated[Wordings, takes("routine")]
    again_again: Plain
    go_on: Plain
    go_on_again: Plain
    value_again: Plain
    run_on: Plain
    paused: Plain
    paused_again: Plain
    pain: Plain
    pain_again: Plain
    pain_idle: Plain
    pain_idle_again: Plain
    carry_on: Plain
    carry_on_again: Plain
    start_anyway: Plain
    start_anyway_again: Plain
    substitute: Plain
    substitute_again: Plain
    skipped: Annotated[Wordings, takes("moves")]
    skipped_again: Plain
    forget: Plain
    forget_again: Plain


class Wishes(Section, frozen=True):
    """Answers to a setting."""

    dose: Annotated[Wordings, takes("dose", "move")]
    reps_everywhere: Annotated[Wordings, takes("reps")]
    time_everywhere: Annotated[Wordings, takes("time")]
    most: Annotated[Wordings, takes("dose")]
    least: Annotated[Wordings, takes("dose")]
    no_reps: Annotated[Wordings, takes("move")]
    no_time: Annotated[Wordings, takes("move")]
    most_everywhere: Annotated[Wordings, takes("dose")]
    least_everywhere: Plain
    which_number: Plain
    which_time: Plain
    fixed: Annotated[Wordings, takes("dose")]
    slower: Plain
    faster: Plain
    usual_pace: Plain
    slowest: Plain
    fastest: Plain
    which_pace: Plain
    first_side: Annotated[Wordings, takes("side")]
    first_side_now: Annotated[Wordings, takes("side")]
    which_side: Plain
    stepwise: Plain
    continuous: Plain
    which_guidance: Plain
    lack: Annotated[Wordings, takes("thing", "instead")]
    lack_tell: Plain
    lack_leaves: Annotated[Wordings, takes("moves")]
    have_again: Annotated[Wordings, takes("moves")]
    have: Annotated[Wordings, takes("thing")]
    which_thing: Plain
    too_hard: Plain
    settings: Annotated[Wordings, takes("guidance", "pace", "side")]
    settings_dose: Annotated[Wordings, takes("move", "dose")]
    settings_lacks: Annotated[Wordings, takes("things")]
    guidance_names: dict[str, str]
    pace_names: dict[str, str]


class Questions(Section, frozen=True):
    """Answers to a question."""

    group: Annotated[Wordings, takes("move")]
    muscles: Annotated[Wordings, takes("move", "muscles")]
    stretch: Annotated[Wordings, takes("move")]
    muscle_moves: Annotated[Wordings, takes("muscle", "moves")]
    which_muscle: Plain
    which_move: Plain
    muscle_at: Annotated[str, takes("muscle", "where")]
    reps: Annotated[Wordings, takes("move", "dose", "least", "most")]
    time: Annotated[Wordings, takes("move", "dose", "least", "most")]
    rounds: Annotated[Wordings, takes("move", "dose", "least", "most")]
    fixed_time: Annotated[Wordings, takes("move", "dose")]
    left: Annotated[Wordings, takes("left")]
    left_routine: Annotated[Wordings, takes("minutes")]
    left_set_done: Plain
    next_step: Annotated[Wordings, takes("step")]
    next_side: Annotated[Wordings, takes("side")]
    next_move: Annotated[Wordings, takes("move")]
    next_end: Plain
    moves: Annotated[Wordings, takes("routine", "moves")]
    all_moves: Annotated[Wordings, takes("moves")]
    needs: Annotated[Wordings, takes("routine", "things")]
    needs_nothing: Annotated[Wordings, takes("routine")]
    done_so_far: Annotated[Wordings, takes("sets", "minutes")]
    streak: Annotated[Wordings, takes("days", "best")]
    best: Annotated[Wordings, takes("best")]
    done_nothing: Plain


class Safety(Section, frozen=True):
    """When something hurt."""

    left_out: Annotated[Wordings, takes("move")]
    carried_on: Plain
    finished: Plain


class Ending(Section, frozen=True):
    """The end of a session."""

    summary: Annotated[Wordings, takes("routine", "moves", "minutes")]
    summary_move: Annotated[Wordings, takes("move", "sets", "minutes")]
    summary_part: Annotated[Wordings, takes("moves", "minutes")]
    summary_nothing: Plain
    streak: Annotated[Wordings, takes("days")]
    left_for_later: Annotated[Wordings, takes("moves")]
    stop: Annotated[Wordings, takes("place")]
    stop_idle: Plain
    goodbye: Plain
    forgotten: Plain
    kept: Plain


class Lost(Section, frozen=True):
    """What does not fit, or was not understood."""

    unknown: Plain
    unknown_coaching: Plain
    no_run: Plain
    no_question: Plain
    nothing_to_resume: Plain
    store_down: Plain
    fault: Plain
    not_forgotten: Plain
    help: Plain
    help_coaching: Plain
    help_hurt: Plain


class Cards(Section, frozen=True):
    """Titles and lines of cards."""

    moves: Annotated[str, takes("routine")]
    all_moves: str
    muscles: Annotated[str, takes("move")]
    move_line: Annotated[str, takes("number", "move", "dose")]
    muscle_line: Annotated[str, takes("muscle", "where")]


class Phrases(Section, frozen=True):
    """All phrases of a language: `content/<language>/phrases.yaml`."""

    units: Units
    welcome: Welcome
    begin: Begin
    place: Place
    steps: Steps
    sets: Sets
    prompts: Prompts
    wishes: Wishes
    questions: Questions
    safety: Safety
    ending: Ending
    lost: Lost
    cards: Cards
