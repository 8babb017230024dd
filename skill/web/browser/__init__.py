"""The browser coach: a page that plays a simulated Echo in front of the same skill.

The page sends real envelopes to the endpoint. What it can't know by itself it asks here: which
intent was meant, and what the session attributes say in words.
"""
