"""What the proofs tell at the end of a run."""

import pytest

SEEN = pytest.StashKey[str]()
"""How much of all states was walked."""


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    if SEEN in config.stash:
        terminalreporter.write_line(config.stash[SEEN])
