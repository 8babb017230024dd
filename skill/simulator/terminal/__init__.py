"""The conversation in a terminal: typed in, read out, with pauses that really elapse."""
