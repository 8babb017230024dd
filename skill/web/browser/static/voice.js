// The browser's speech synthesis, where it has a voice for the language.

/** From this speed on nobody could follow, and the words are shown only. */
export const FASTEST = 2;

const PATIENCE = 3;
const PATIENCE_MS = 4000;

/** Says texts; tells by `change` when it becomes ready or stops being so. */
export class Voice extends EventTarget {
  #locale;
  #clock;
  #figures;
  #found = null;
  #isLost = false;
  isWanted = true;

  constructor(locale, clock, estimate) {
    super();
    this.#locale = locale;
    this.#clock = clock;
    this.#figures = estimate;
    globalThis.speechSynthesis?.addEventListener("voiceschanged", () => this.#look());
    this.#look();
  }

  /** Whether there is a voice for this language at all. */
  get exists() {
    return this.#found !== null && !this.#isLost;
  }

  get isLost() {
    return this.#isLost;
  }

  get isReady() {
    return this.exists && this.isWanted && this.#clock.speed <= FASTEST;
  }

  #look() {
    const voices = globalThis.speechSynthesis?.getVoices() ?? [];
    const named = (voice) => voice.lang.replace("_", "-").toLowerCase();
    const locale = this.#locale.toLowerCase();
    const language = locale.split("-")[0];
    this.#found =
      voices.find((voice) => named(voice) === locale) ??
      voices.find((voice) => named(voice).split("-")[0] === language) ??
      null;
    this.dispatchEvent(new Event("change"));
  }

  /** Say a text; return whether it was said. An interruption counts as said. */
  speak(text, signal) {
    const said = new SpeechSynthesisUtterance(text);
    said.voice = this.#found;
    said.lang = this.#found.lang;
    said.rate = this.#clock.speed;
    return new Promise((resolve) => {
      const silence = () => speechSynthesis.cancel();
      // Some browsers forget to say that a text has ended.
      const lost = setTimeout(() => this.#lose(finish), PATIENCE * this.#figures(text) + PATIENCE_MS);
      const finish = (wasSaid) => {
        clearTimeout(lost);
        signal.removeEventListener("abort", silence);
        resolve(wasSaid);
      };
      said.onend = () => finish(true);
      said.onerror = () => (signal.aborted ? finish(true) : this.#lose(finish));
      signal.addEventListener("abort", silence);
      speechSynthesis.speak(said);
    });
  }

  #lose(finish) {
    speechSynthesis.cancel();
    this.#isLost = true;
    this.dispatchEvent(new Event("change"));
    finish(false);
  }
}
