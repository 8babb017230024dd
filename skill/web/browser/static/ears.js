// The browser's speech recognition, where it has one. It may send what it hears to its maker, so it
// only ever listens when asked to.

const Recognition = globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition;

/** Hears one utterance at a time; tells by `heard`, `nothing`, `began` and `ended`. */
export class Ears extends EventTarget {
  #locale;
  #running = null;

  constructor(locale) {
    super();
    this.#locale = locale;
  }

  get exists() {
    return Recognition !== undefined;
  }

  /** Listen for one utterance. */
  open() {
    if (!this.exists || this.#running) return;
    const running = new Recognition();
    this.#running = running;
    running.lang = this.#locale;
    running.onspeechstart = () => this.#tell("began");
    running.onresult = (event) => this.#tell("heard", event.results[0][0].transcript);
    running.onerror = (event) => event.error === "aborted" || this.#tell("nothing", event.error);
    running.onend = () => this.#ended();
    running.start();
  }

  /** Stop listening. */
  close() {
    this.#running?.abort();
  }

  #ended() {
    this.#running = null;
    this.#tell("ended");
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
