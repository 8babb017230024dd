"""Workers that are killed in the middle of turns."""
