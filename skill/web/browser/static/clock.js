// The clock of the simulated device. It can run faster than the wall's, and never runs backwards:
// the skill tells from the times of two requests how much of a response was heard.

const LONGEST_TIMEOUT_MS = 1000;

/** Thrown when waiting ends early because somebody spoke up. */
export class Interrupted extends Error {}

/** A clock in milliseconds since the epoch, `speed` times as fast as the wall's. */
export class Clock {
  #anchor = performance.now();
  #speed = 1;
  #base;
  #sleepers = new Set();

  /** Start at `startMs`, or at the wall's time where that is later. */
  constructor(startMs = 0) {
    this.#base = Math.max(Date.now(), startMs);
  }

  get speed() {
    return this.#speed;
  }

  set speed(speed) {
    this.#base = this.now();
    this.#anchor = performance.now();
    this.#speed = speed;
    for (const wake of [...this.#sleepers]) wake();
  }

  now() {
    return this.#base + (performance.now() - this.#anchor) * this.#speed;
  }

  /**
   * Wait until this clock shows `at`. The end is fixed, so late timers do not add up.
   * @throws {Interrupted} the signal was aborted first.
   */
  async until(at, signal) {
    for (;;) {
      if (signal?.aborted) throw new Interrupted();
      const left = (at - this.now()) / this.#speed;
      if (left <= 0) return;
      await this.#sleep(Math.min(left, LONGEST_TIMEOUT_MS), signal);
    }
  }

  #sleep(ms, signal) {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#sleepers.delete(wake);
        signal?.removeEventListener("abort", wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      this.#sleepers.add(wake);
      signal?.addEventListener("abort", wake);
    });
  }
}
