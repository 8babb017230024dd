// The open microphone: eight seconds, or longer while somebody is still typing or talking.

/** Source: Amazon's Alexa design guide, "Available"; `skill/simulator/device.py` has the same. */
export const LISTENING_MS = 8000;

const LOOK_AGAIN_MS = 250;

export class Listening {
  #clock;
  #end = 0;
  #holders = new Set();

  constructor(clock) {
    this.#clock = clock;
  }

  /** Keep the microphone open for as long as this holder (typing, talking) is at it. */
  hold(holder, isHolding) {
    if (isHolding) this.#holders.add(holder);
    else this.#holders.delete(holder);
  }

  /** Return the share of the time that is left, 0 to 1. */
  get left() {
    if (this.#holders.size) return 1;
    return Math.min(Math.max((this.#end - this.#clock.now()) / LISTENING_MS, 0), 1);
  }

  /**
   * Wait until the time is over.
   * @throws {Interrupted} something was said.
   */
  async open(signal) {
    this.#end = this.#clock.now() + LISTENING_MS;
    for (;;) {
      await this.#clock.until(Math.min(this.#end, this.#clock.now() + LOOK_AGAIN_MS), signal);
      if (this.#holders.size) this.#end = this.#clock.now() + LISTENING_MS;
      else if (this.#clock.now() >= this.#end) return;
    }
  }
}
