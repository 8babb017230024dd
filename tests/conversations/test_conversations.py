"""Every conversation of every language, played as a person would have it."""

import pytest

from skill.content import load
from tests.conversations.player import Player
from tests.conversations.script import Conversation, conversations

ALL = [
    pytest.param(conversation, id=f"{language}/{file}: {conversation.title}")
    for language in load().lexicons
    for file, conversation in conversations(language)
]


@pytest.mark.parametrize("conversation", ALL)
def test_conversation(conversation: Conversation) -> None:
    player = Player(conversation)
    for number, said in enumerate(conversation.turns, start=1):
        heard = player.play(said)
        try:
            player.check(said, heard)
        except AssertionError as error:
            what = said.say or "(silence)"
            raise AssertionError(f"turn {number}, {what!r}: {error}") from error
