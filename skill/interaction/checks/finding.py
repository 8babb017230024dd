"""What a single check yields."""

Finding = tuple[str, str]
"""A problem's key and message, before it is known which file it is in."""
