"""What people may say: reading, varying and checking Alexa's interaction models."""

from skill.interaction.model import Model
from skill.interaction.sources import (
    SourceError,
    interaction_model,
    language_file,
    locales,
    models_folder,
)

__all__ = [
    "Model",
    "SourceError",
    "interaction_model",
    "language_file",
    "locales",
    "models_folder",
]
