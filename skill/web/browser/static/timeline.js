// What a response leads through, and when: the coach's marks laid onto the parts that are played.

/** How far a mark may lie from the words it begins or ends with: estimates differ by a blank. */
const NEAR_MS = 1500;

/** A response's stretches (`glimpse.py`), each with `from` and `to` on the player's reckoning. */
export class Timeline {
  #stretches;

  constructor(parts, stretches) {
    const joints = [0];
    for (const part of parts) joints.push(joints.at(-1) + part.ms);
    this.#stretches = stretches.map((stretch) => ({
      ...stretch,
      from: nearest(joints, stretch.atMs),
      to: nearest(joints, stretch.atMs + stretch.ms),
    }));
  }

  /** Return the stretches that are over at a time. */
  ended(ms) {
    return this.#stretches.filter((stretch) => stretch.to <= ms);
  }

  /** Return the stretch at a time, or the next one; `amount` is what is done of its step by then. */
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
