// Language, speed, voice, letters, envelopes: what testers and readers set for themselves.

import { byId, memory, setup, words, write } from "./page.js";
import { FASTEST } from "./voice.js";

export class Options {
  #clock;
  #voice;

  constructor(clock, voice) {
    this.#clock = clock;
    this.#voice = voice;
    byId("options-button").addEventListener("click", () => this.#toggle());
    byId("locale").addEventListener("change", () => byId("options").submit());
    nameLocales();
    this.#speed();
    this.#switch("voice", true, (isOn) => {
      voice.isWanted = isOn;
      if (!isOn) globalThis.speechSynthesis?.cancel();
    });
    this.#switch("keys", true, (isOn) => document.body.classList.toggle("no-keys", !isOn));
    this.#switch("envelopes", false, (isOn) => {
      byId("envelopes").hidden = !isOn;
    });
    voice.addEventListener("change", () => this.#sound());
    this.#sound();
  }

  #toggle() {
    const button = byId("options-button");
    const isOpen = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", String(isOpen));
  }

  #speed() {
    const speed = byId("speed");
    const known = memory.get("speed");
    if ([...speed.options].some((option) => option.value === known)) speed.value = known;
    const set = () => {
      this.#clock.speed = Number(speed.value);
      memory.set("speed", speed.value);
      this.#sound();
    };
    speed.addEventListener("change", set);
    set();
  }

  #switch(name, byDefault, use) {
    const box = byId(`${name}-switch`);
    box.checked = (memory.get(name) ?? (byDefault ? "yes" : "no")) === "yes";
    const set = () => {
      memory.set(name, box.checked ? "yes" : "no");
      use(box.checked);
      this.#sound();
    };
    box.addEventListener("change", set);
    set();
  }

  /** Say why there is no sound; then, and only then, a screen reader reads the captions. */
  #sound() {
    const { exists, isLost, isWanted } = this.#voice;
    const box = byId("voice-switch");
    box.disabled = !exists;
    box.checked = exists && isWanted;
    const isFast = this.#clock.speed > FASTEST;
    const why = isLost ? "voice_lost" : !exists ? "no_voice" : isWanted && isFast ? "fast" : "";
    write(byId("sound"), why && words.notice[why]);
    byId("caption").setAttribute("aria-live", this.#voice.isReady ? "off" : "polite");
  }
}

/** Show each language under its own name. */
function nameLocales() {
  for (const option of byId("locale").options) {
    const names = new Intl.DisplayNames([option.value], { type: "language" });
    option.textContent = names.of(option.value) ?? option.value;
  }
  byId("locale").value = setup.locale;
}
