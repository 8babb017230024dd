"""What an Echo with a screen shows beside the voice. Voice alone stays complete without it.

Figures travel inside the document as AVG rather than by URL: an Image of APL takes no vector
format, a URL would need the host's public address (a Lambda has none), and a fetch may fail or
come late while the speech runs.
"""

from skill.alexa.screen.directive import Screens
from skill.alexa.screen.touch import event_of_touch

__all__ = ["Screens", "event_of_touch"]
