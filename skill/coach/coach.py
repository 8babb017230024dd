"""The coach: a function from state and event to new state and reply."""

from collections.abc import Callable
from typing import Any

from skill.coach import events as ev
from skill.coach.catalog import Catalog
from skill.coach.cues import Say
from skill.coach.events import Event
from skill.coach.fitting import fitting
from skill.coach.lengths import Lengths
from skill.coach.limits import Limits
from skill.coach.meaning import meaning
from skill.coach.phrases import Wordings
from skill.coach.reply import Reply
from skill.coach.speaking import Speaking
from skill.coach.state import Moment, Outcome, State
from skill.coach.talk import QUIET_MS, Talk
from skill.coach.turns import (
    bearings,
    begin,
    ending,
    equipment,
    lost,
    moving,
    questions,
    safety,
    wishes,
)
from skill.coach.words import Lexicon

Act = Callable[[Talk, Any], None]

ANYWHERE: dict[type[Event], Act] = {
    ev.Launch: begin.launch,
    ev.Ended: ending.ended,
    ev.Unknown: lost.unknown,
    ev.Stop: ending.stop,
    ev.Finish: ending.finish,
    ev.Help: lost.help_me,
    ev.Start: begin.start,
    ev.ShortOfTime: begin.short_of_time,
    ev.SameAgain: begin.same_again,
    ev.NotNow: begin.not_now,
    ev.AskStartAnyway: safety.ask_start_anyway,
    ev.StartAnyway: safety.start_anyway,
    ev.Offer: begin.offer_again,
    ev.DoSkipped: begin.do_skipped,
    ev.Goodbye: ending.goodbye,
    ev.ForgetMe: ending.ask_to_forget,
    ev.Forget: ending.forget,
    ev.KeepAll: ending.keep_all,
    ev.SetGuidance: wishes.set_guidance,
    ev.SetReps: wishes.set_reps,
    ev.SetHold: wishes.set_hold,
    ev.SetPace: wishes.set_pace,
    ev.SetFirstSide: wishes.set_first_side,
    ev.Lack: equipment.lack,
    ev.Have: equipment.have,
    ev.TooHard: wishes.too_hard,
    ev.AskSettings: wishes.ask_settings,
    ev.AskMuscles: questions.muscles,
    ev.AskMuscle: questions.muscle,
    ev.AskMovesFor: questions.moves_for,
    ev.AskFelt: questions.felt,
    ev.AskNeeds: questions.needs,
    ev.AskDose: questions.dose,
    ev.AskMove: questions.about_move,
    ev.AskMoves: bearings.ask_moves,
    ev.AskWhy: bearings.ask_why,
    ev.AskSitting: bearings.ask_sitting,
    ev.AskSafety: bearings.ask_safety,
    ev.AskDoctor: bearings.ask_doctor,
    ev.AskProgress: bearings.ask_progress,
    ev.Hurts: safety.hurts,
    ev.Yes: lost.no_question,
    ev.No: lost.no_question,
}
"""What works in every state."""

IN_RUN: dict[type[Event], Act] = {
    ev.GoOn: moving.go_on,
    ev.Next: moving.next_step,
    ev.Done: moving.done,
    ev.Previous: moving.previous_step,
    ev.Repeat: moving.repeat,
    ev.Again: moving.again,
    ev.GoToStep: moving.go_to_step,
    ev.RestartMove: moving.restart_move,
    ev.PreviousMove: moving.previous_move,
    ev.SkipMove: moving.skip_move,
    ev.SkipAhead: moving.skip_ahead,
    ev.SwitchSides: moving.switch_sides,
    ev.Pause: moving.pause,
    ev.Resume: moving.resume,
    ev.StartOver: begin.start_over,
    ev.AskPlace: bearings.ask_place,
    ev.AskLeft: bearings.ask_left,
    ev.AskNext: bearings.ask_next,
    ev.AskPain: safety.ask_pain,
    ev.AskCarryOn: safety.ask_carry_on,
    ev.CarryOn: safety.carry_on,
}
"""What needs a run; without one, `lost.no_run` answers."""


class Coach:
    """Coaches in one language."""

    def __init__(self, catalog: Catalog, lexicon: Lexicon, limits: Limits) -> None:
        self.catalog = catalog
        self.lexicon = lexicon
        self.limits = limits
        self._speaking = Speaking(lexicon, seed=0)
        self._lengths = Lengths()

    def respond(self, state: State, event: Event, moment: Moment) -> Outcome:
        """Return what an event leads to."""
        talk = Talk(self.catalog, self.lexicon, self.limits, state, moment, lengths=self._lengths)
        talk.repair()
        talk.settle()
        meant = meaning(fitting(event, self.catalog), talk)
        _act(meant, talk)(talk, meant)
        if not isinstance(meant, ev.Unknown):
            talk.understood()
        talk.note_answer(meant)
        return Outcome(talk.state(), talk.reply(), talk.finished)

    # --- what a shell has to say

    def voiced(self, text: str) -> Say:
        """Return the cue that speaks a text."""
        return self._speaking.say(text)

    def store_down(self) -> Say:
        """Return the remark that nothing can be saved just now."""
        return self.voiced(self._speaking.wording(self.lexicon.phrases.lost.store_down))

    def fault(self) -> Reply:
        """Return the answer to a turn that failed; the place is as it was."""
        return self._question(self.lexicon.phrases.lost.fault)

    def not_forgotten(self) -> Reply:
        """Return the answer when what is kept could not be deleted."""
        words = self._speaking.wording(self.lexicon.phrases.lost.not_forgotten)
        return Reply(cues=(self.voiced(words),))

    def _question(self, wordings: Wordings) -> Reply:
        prompts, speaking = self.lexicon.phrases.prompts, self._speaking
        return Reply(
            cues=(self.voiced(speaking.wording(wordings)),),
            prompt=speaking.wording(prompts.go_on),
            reprompt=speaking.patient(speaking.wording(prompts.go_on_again), QUIET_MS["step"]),
        )


def _act(event: Event, talk: Talk) -> Act:
    hurt = talk.session.mode == "hurt"
    if hurt and isinstance(event, ev.SkipMove):
        return safety.leave_out_hurting
    if talk.bookmark is not None and (act := IN_RUN.get(type(event))):
        return act
    return ANYWHERE.get(type(event), lost.no_run)
