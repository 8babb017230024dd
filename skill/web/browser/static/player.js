// Plays what is heard. Silences are as long as they say: each ends at a time that was fixed before,
// and what a timer is late by is taken off the next one. Words take what the voice takes, or, where
// there is none, what the coach expects them to.

export class Player {
  #clock;
  #voice;
  #playing = null;

  /** `voice.speak(text, signal)` says a text, and returns whether it could. */
  constructor(clock, voice) {
    this.#clock = clock;
    this.#voice = voice;
  }

  /**
   * Play parts in their order, and tell of each as it begins.
   * @throws {Interrupted} the signal was aborted.
   */
  async play(parts, signal, began) {
    let due = this.#clock.now();
    let expected = 0;
    try {
      for (const part of parts) {
        this.#playing = { part, began: due, expected };
        began?.(part);
        due = await this.#part(part, due, signal);
        expected += part.ms;
      }
    } finally {
      this.#playing = null;
    }
  }

  async #part(part, due, signal) {
    if (part.text && this.#voice.isReady) {
      const late = this.#clock.now() - due;
      if (await this.#voice.speak(part.text, signal)) return this.#clock.now() - late;
    }
    await this.#clock.until(due + part.ms, signal);
    return due + part.ms;
  }

  /**
   * Return where in the parts we are: the `text` that is spoken, and `at`, in milliseconds of the
   * coach's own reckoning, in which words take what is expected of them; or nothing.
   */
  position() {
    if (!this.#playing) return null;
    const { part, began, expected } = this.#playing;
    const gone = Math.min(Math.max(this.#clock.now() - began, 0), part.ms);
    return { text: part.text, at: expected + gone };
  }
}
