// What a response leads through, and when: the coach's marks laid onto the parts that are played.

import { LISTENING_MS } from "./listening.js";
import { lengthMs } from "./ssml.js";

/** How far a mark may lie from the words it begins or ends with: estimates differ by a blank. */
const NEAR_MS = 1500;

/**
 * A response's stretches (`glimpse.py`), each with `from` and `to` in milliseconds from its first
 * word. The reprompt can lead through some as well: it follows after the open microphone.
 */
export class Timeline {
  #stretches;

  constructor(speech, reprompt, stretches) {
    this.repromptAt = lengthMs(speech) + LISTENING_MS;
    this.hasWorkInReprompt = stretches.some(({ atMs, ms }) => atMs + ms > this.repromptAt);
    const joints = [0];
    for (const part of [...speech, { ms: LISTENING_MS }, ...reprompt]) {
      joints.push(joints.at(-1) + part.ms);
    }
    let drift = 0;
    this.#stretches = stretches.map((stretch) => {
      const from = nearest(joints, stretch.atMs + drift);
      // What one mark was off, the following are off as well.
      drift = from - stretch.atMs;
      return { ...stretch, from, to: nearest(joints, from + stretch.ms) };
    });
  }

  /** Return the stretches that are over at a time. */
  ended(ms) {
    return this.#stretches.filter((stretch) => stretch.to <= ms);
  }

  /** Return the stretch at a time, or the next one; `amountDone` is what of its step is, by then. */
  at(ms) {
    const now = this.#stretches.find((stretch) => ms < stretch.to) ?? this.#stretches.at(-1);
    if (!now) return null;
    const share = now.to > now.from ? (ms - now.from) / (now.to - now.from) : 1;
    const done = now.done + (now.amount - now.done) * Math.min(Math.max(share, 0), 1);
    return { ...now, isUnderWay: ms >= now.from && ms < now.to, amountDone: done };
  }
}

function nearest(joints, at) {
  const best = joints.reduce((a, b) => (Math.abs(b - at) < Math.abs(a - at) ? b : a));
  return Math.abs(best - at) <= NEAR_MS ? best : at;
}
