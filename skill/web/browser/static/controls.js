// Buttons, letters and typing: all of them say the same words to the coach.

import { byId } from "./page.js";

/** Tells by `said` what was said, with `detail: {text, isCommand}`. */
export class Controls extends EventTarget {
  #input = byId("words");
  #listening;

  /** `listening` is told while somebody types: a device, too, waits for who has begun to talk. */
  constructor(listening) {
    super();
    this.#listening = listening;
    for (const button of document.querySelectorAll("[data-command]")) {
      button.addEventListener("click", () => this.#say(button.dataset.says, true));
    }
    this.#input.addEventListener("input", () => this.#typing());
    byId("say").addEventListener("submit", (event) => this.#submit(event));
    document.addEventListener("keydown", (event) => this.#letter(event));
  }

  /** While paused, the button that pauses is the one that goes on. */
  setPaused(isPaused) {
    const [pause, resume] = ["pause", "resume"].map((name) =>
      document.querySelector(`[data-command="${name}"]`),
    );
    const hadFocus = [pause, resume].includes(document.activeElement);
    pause.hidden = isPaused;
    resume.hidden = !isPaused;
    if (hadFocus) (isPaused ? resume : pause).focus();
  }

  #say(text, isCommand) {
    this.dispatchEvent(new CustomEvent("said", { detail: { text, isCommand } }));
  }

  #typing() {
    this.#listening.hold("typing", this.#input.value.trim() !== "");
  }

  #submit(event) {
    event.preventDefault();
    const text = this.#input.value.trim();
    this.#input.value = "";
    this.#typing();
    if (text) this.#say(text, false);
  }

  #letter(event) {
    const isWriting = event.target.matches("input[type=text], select");
    if (event.key === "Escape" && event.target === this.#input) this.#input.blur();
    if (isWriting || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!byId("keys-switch").checked) return;
    const pressed = document.querySelector(
      `[data-key="${CSS.escape(event.key.toLowerCase())}"]:not([hidden])`,
    );
    if (!pressed) return;
    event.preventDefault();
    if (pressed === this.#input) pressed.focus();
    else pressed.click();
  }
}
