"""Each set as it sounds: rendered by a synthetic voice, and measured in the sound."""
