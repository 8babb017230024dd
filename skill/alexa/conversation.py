"""One turn, from what came in to the response and the session attributes."""

from collections.abc import Mapping
from datetime import datetime, tzinfo

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response
from msgspec.structs import replace

from skill.alexa.dialogs import with_dialog
from skill.alexa.envelope import Incoming, incoming
from skill.alexa.locales import by_locale
from skill.alexa.memory import ATTRIBUTE, Kept, Memory, attributes_of
from skill.alexa.observing import Observer, Seen, nobody, seen
from skill.alexa.response import Responses
from skill.alexa.screen.attach import with_screen
from skill.alexa.screen.directive import Screens
from skill.alexa.time_zone import Fetch, device_zone, fetch, is_due, zone_of
from skill.coach.coach import Coach
from skill.coach.cues import length
from skill.coach.events import Event
from skill.coach.reply import Reply
from skill.coach.state import Moment, Outcome, State
from skill.progress.store import ProgressUnavailable


class Language:
    """A coach, and what turns its replies into responses and screens."""

    def __init__(self, coach: Coach, language: str) -> None:
        self.coach = coach
        self.responses = Responses(coach)
        self.screens = Screens(coach, language)


class Conversation:
    """Holds the conversations of everybody; all state is in the envelopes and in the store."""

    def __init__(
        self,
        coaches: Mapping[str, Coach],
        memory: Memory,
        zone: tzinfo,
        ask: Fetch = fetch,
        observe: Observer = nobody,
    ) -> None:
        self._languages = {
            language: Language(coach, language) for language, coach in coaches.items()
        }
        self._memory = memory
        self._zone = zone
        self._ask = ask
        self._observe = observe

    def language(self, locale: str | None) -> Language:
        """Return what a locale is served with."""
        return by_locale(self._languages, locale)

    def turn(self, handler_input: HandlerInput, event: Event) -> Response:
        """Answer an event, and leave the state in the session attributes."""
        turn = incoming(handler_input)
        language = self.language(turn.locale)
        before = self._memory.recall(turn)
        state = self._with_zone(handler_input, turn, before.state)
        outcome = language.coach.respond(state, event, self._moment(turn, state))
        noted = self._seen(turn, event, state, outcome)
        if outcome.reply.forget:
            return self._forget(handler_input, turn, outcome.reply, noted)
        kept = self._memory.keep(turn, before, outcome)
        self._observe(replace(noted, is_saved=kept.is_saved))
        reply, kept = _told(language.coach, outcome.reply, kept)
        self._carry(handler_input, kept)
        response = with_dialog(language.responses.of(reply), turn, kept.state.session)
        return with_screen(response, language.screens, turn, reply, kept)

    def save(self, handler_input: HandlerInput, event: Event) -> None:
        """Take account of an event that nothing can be said to."""
        turn = incoming(handler_input)
        before = self._memory.recall(turn)
        coach = self.language(turn.locale).coach
        moment = self._moment(turn, before.state)
        outcome = coach.respond(before.state, event, moment)
        noted = self._seen(turn, event, before.state, outcome)
        kept = self._memory.keep(turn, before, outcome)
        self._observe(replace(noted, is_saved=kept.is_saved))

    def fault(self, handler_input: HandlerInput) -> Response:
        """Answer when something went wrong; the session attributes stay as they came."""
        language = self.language(getattr(handler_input.request_envelope.request, "locale", None))
        return language.responses.of(language.coach.fault())

    def note_fault(self, kind: str) -> None:
        """Count a turn that failed; `kind` is the type of its request."""
        self._observe(Seen(intent=kind, went="failed"))

    def forget(self, user: str) -> None:
        """Delete everything of a person."""
        self._memory.forget(user)

    def _forget(
        self, handler_input: HandlerInput, turn: Incoming, reply: Reply, noted: Seen
    ) -> Response:
        language = self.language(turn.locale)
        try:
            self._memory.forget(turn.request.user)
        except ProgressUnavailable:
            self._observe(replace(noted, is_saved=False))
            return language.responses.of(language.coach.not_forgotten())
        if handler_input.request_envelope.session is not None:
            handler_input.attributes_manager.session_attributes.pop(ATTRIBUTE, None)
        self._observe(noted)
        return language.responses.of(reply)

    def _seen(self, turn: Incoming, event: Event, before: State, outcome: Outcome) -> Seen:
        catalog = self.language(turn.locale).coach.catalog
        return seen(turn, type(event).__name__, catalog, before, outcome)

    def _carry(self, handler_input: HandlerInput, kept: Kept) -> None:
        if handler_input.request_envelope.session is not None:
            handler_input.attributes_manager.session_attributes = attributes_of(kept)

    def _with_zone(self, handler_input: HandlerInput, turn: Incoming, state: State) -> State:
        """Ask the device for its time zone where that is due, at the opening of a session."""
        progress = state.progress
        if not (turn.opens and is_due(progress.zone, progress.sessions)):
            return state
        found = device_zone(handler_input.request_envelope.context.system, self._ask)
        return replace(state, progress=replace(progress, zone=found)) if found else state

    def _moment(self, turn: Incoming, state: State) -> Moment:
        zone = zone_of(state.progress.zone, self._zone)
        at = datetime.fromtimestamp(turn.request.at_ms / 1000, zone)
        return Moment(turn.request.at_ms, at.date().toordinal(), turn.request.id)


def _told(coach: Coach, reply: Reply, kept: Kept) -> tuple[Reply, Kept]:
    """Tell a person once in a session, where there is room, that saving does not work."""
    if kept.is_saved or kept.is_told:
        return reply, kept
    # Last, so that nothing the reply leads through begins later than its marks say.
    cues = (*reply.cues, coach.store_down())
    if length(cues) + coach.voiced(reply.prompt).ms > coach.limits.turn_ms:
        return reply, kept
    return replace(reply, cues=cues), replace(kept, is_told=True)
