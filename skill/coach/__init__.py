"""The core of the coach: pure. State and event in, new state and reply out.

Nothing here knows the time, the network, Alexa or a database; what it needs of the world
arrives as data (`moment.py`), and what it says comes from `content/` (`words.py`).
"""
