"""A reply to Alexa's response. The one place that builds one; handlers never touch the SDK's."""

from ask_sdk_model import Response
from ask_sdk_model.ui import Reprompt, SimpleCard, SsmlOutputSpeech

from skill.coach.coach import Coach
from skill.coach.reply import Card, Reply
from skill.speech.lexicon import Speller, speller
from skill.speech.limits import MAX_CARD_CHARACTERS
from skill.speech.ssml import ssml


class Responses:
    """Builds the responses of one language."""

    def __init__(self, coach: Coach) -> None:
        self._coach = coach
        self._spell: Speller = speller(coach.lexicon.muscles.values())

    def of(self, reply: Reply) -> Response:
        """Return a reply as a response: the microphone opens exactly when there is a prompt.

        Raises:
            SpeechTooLong: the reply is longer than the platform takes.

        """
        prompt = (self._coach.voiced(reply.prompt),) if reply.prompt else ()
        return Response(
            output_speech=SsmlOutputSpeech(ssml=ssml((*reply.cues, *prompt), self._spell)),
            reprompt=self._reprompt(reply) if reply.listens else None,
            card=_card(reply.card) if reply.card is not None else None,
            should_end_session=not reply.listens,
        )

    def _reprompt(self, reply: Reply) -> Reprompt:
        return Reprompt(output_speech=SsmlOutputSpeech(ssml=ssml(reply.reprompt, self._spell)))


def _card(card: Card) -> SimpleCard:
    room = MAX_CARD_CHARACTERS - len(card.title)
    return SimpleCard(title=card.title, content=card.text[:room])


def silent() -> Response:
    """Return the response to a request that nothing can be said to."""
    return Response()
