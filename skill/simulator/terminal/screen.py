"""Words on a terminal: wrapped between words, with a count-down for silences."""

import shutil
import sys

_ERASE = "\r\033[K"


class Screen:
    """Where the next word goes."""

    def __init__(self) -> None:
        self._column = 0

    def word(self, text: str) -> None:
        """Write a word, on a new line where this one is full."""
        width = shutil.get_terminal_size().columns
        if self._column and self._column + len(text) + 1 > width:
            self.new_line()
        self._write(f"{text} ")
        self._column += len(text) + 1

    def new_line(self) -> None:
        """Begin a new line, unless this one is empty."""
        if self._column:
            self._write("\n")
        self._column = 0

    def count_down(self, seconds: int) -> None:
        """Write how long a silence still lasts over what was written of it before."""
        self._write(f"{_ERASE}  … {seconds} s ")

    def erase(self) -> None:
        """Erase the line."""
        self._write(_ERASE)
        self._column = 0

    def prompt(self) -> None:
        """Ask for a line."""
        self.new_line()
        self._write("> ")

    def typed(self) -> None:
        """Take note that the person has ended a line."""
        self._column = 0

    def note(self, text: str) -> None:
        """Write a remark that nobody speaks."""
        self.new_line()
        self._write(f"({text})\n")

    def _write(self, text: str) -> None:
        sys.stdout.write(text)
        sys.stdout.flush()
