// Talking instead of typing. The button is the wake word: the coach falls silent and listens.

import { byId, memory } from "./page.js";

const NOTHING_HEARD = new Set(["no-speech", "network", "not-allowed", "audio-capture"]);

export class Microphone {
  #device;
  #ears;
  #isWoken = false;

  /** `say` takes what was understood. */
  constructor(device, ears, say) {
    this.#device = device;
    this.#ears = ears;
    const open = byId("listen-switch");
    byId("talk").hidden = !ears.exists;
    open.disabled = !ears.exists;
    open.checked = ears.exists && memory.get("listen") === "yes";
    open.addEventListener("change", () => this.#switched(open.checked));
    byId("talk").addEventListener("click", () => this.#wake());
    device.addEventListener("state", ({ detail }) => this.#follow(detail, open.checked));
    ears.addEventListener("began", () => device.listening.hold("talking", true));
    ears.addEventListener("heard", ({ detail }) => say(detail));
    ears.addEventListener("nothing", ({ detail }) => this.#nothing(detail));
    ears.addEventListener("ended", () => device.listening.hold("talking", false));
  }

  #switched(isOpen) {
    memory.set("listen", isOpen ? "yes" : "no");
    if (isOpen) this.#tell("talk_privacy");
  }

  #wake() {
    this.#isWoken = true;
    if (this.#device.isOpen) this.#device.wake();
    else this.#ears.open();
  }

  #follow(state, isOpen) {
    if (state === "listening" && (isOpen || this.#isWoken)) this.#ears.open();
    else if (state !== "listening") this.#ears.close();
  }

  #nothing(error) {
    if (this.#isWoken && NOTHING_HEARD.has(error)) this.#tell("not_heard");
    this.#isWoken = false;
  }

  #tell(name) {
    this.#device.dispatchEvent(new CustomEvent("notice", { detail: name }));
  }
}
