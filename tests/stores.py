"""Stores for tests that are not about stores."""

from skill.progress.open import open_store
from skill.progress.store import ProgressStore
from skill.settings import Settings


def memory_store() -> ProgressStore:
    """Return an empty store that lives as long as the test."""
    return open_store(Settings(progress="memory"))
