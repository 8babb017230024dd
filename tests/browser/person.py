"""A person in front of the page: presses, types, waits, looks."""

from pathlib import Path

from playwright.sync_api import ConsoleMessage, Page, expect

from tests.browser.needs import OUTPUT

PATIENCE_MS = 30_000

SEES = """([selector, patience]) => new Promise((resolve, reject) => {
  const look = () => document.querySelector(selector) && resolve(true);
  const watched = { attributes: true, childList: true, subtree: true };
  new MutationObserver(look).observe(document, watched);
  setTimeout(() => reject(new Error(`${selector} is nowhere to be seen`)), patience);
  look();
})"""


class Person:
    """Uses one page."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.errors: list[str] = []
        page.set_default_timeout(PATIENCE_MS)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", self._told)

    def _told(self, told: ConsoleMessage) -> None:
        if told.type == "error":
            self.errors.append(told.text)

    def open(self, *, speed: str = "20", locale: str = "en-US") -> None:
        """Open the page; the clock goes at this speed."""
        self.page.goto(f"{self.address}?locale={locale}")
        self.set_speed(speed)

    def set_speed(self, speed: str) -> None:
        """Choose a speed, with the options opened where they are closed."""
        control = self.page.locator("#speed")
        if not control.is_visible():
            self.page.locator("#options-button").click()
        control.select_option(speed)
        if self.page.locator("#options-button").is_visible():
            self.page.locator("#options-button").click()

    def start(self) -> None:
        """Press the big button."""
        self.page.locator("#start").click()

    def types(self, text: str) -> None:
        """Type something and send it."""
        self.page.locator("#words").fill(text)
        self.page.locator("#words").press("Enter")

    def begins_a_hold(self, *, speed: str) -> None:
        """Open the page and begin the stretch, without stops, so that its hold comes by itself."""
        self.open(speed=speed)
        self.types("ask hip coach to run through")
        # Typed before the microphone opens, so that a slow machine does not miss it.
        self.page.locator("#words").fill("twisted legs")
        self.waits_for("listening")
        self.page.locator("#words").press("Enter")
        self.waits_for("speaking")

    def presses(self, command: str) -> None:
        """Press one of the big buttons."""
        self.page.locator(f"[data-command={command}]").click()

    def sees(self, selector: str) -> None:
        """Wait until something is there, however short: at 20x a state lasts a moment."""
        self.page.evaluate(SEES, [selector, PATIENCE_MS])

    def waits_for(self, state: str) -> None:
        """Wait until the device is in a state."""
        self.sees(f"body[data-state={state}]")

    def waits_for_dial(self, shows: str) -> None:
        """Wait until the dial shows something."""
        self.sees(f"#dial[data-shows={shows}]")

    def has_heard(self, words: str) -> None:
        """Expect words among all that was said."""
        expect(self.page.locator("#said")).to_contain_text(words, timeout=PATIENCE_MS)

    def text(self, selector: str) -> str:
        """Return what is written somewhere."""
        return self.page.locator(selector).inner_text()

    def takes_picture(self, name: str, *, whole: bool = False) -> Path:
        """Keep a screenshot; `whole` takes in what lies below, too."""
        OUTPUT.mkdir(parents=True, exist_ok=True)
        path = OUTPUT / f"{name}.png"
        self.page.screenshot(path=path, full_page=whole)
        return path
