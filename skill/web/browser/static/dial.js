// What the dial shows: the same numbers as the screen of an Echo (`skill/alexa/screen/stages.py`).

import { words } from "./page.js";

const SECOND = 1000;
const MINUTE = 60;

/**
 * Return what the dial shows in a state of the device: `left` is the share of the ring, `figure`
 * and `unit` the number and what stands under it. A number stands still while its step is only
 * talked about: before it begins, and when it is over.
 */
export function dialOf(state, stretch, isTalking, listeningLeft) {
  if (state === "idle" || state === "ended") return { shows: "start", left: 0 };
  if (state === "listening") {
    return { shows: "listening", left: listeningLeft, unit: words.dial.listening };
  }
  const shows = isTalking ? "speaking" : state;
  if (!stretch?.unit || stretch.amount <= stretch.done) return { shows, left: 0 };
  const counted = stretch.place.kind === "rep" ? reps(stretch) : countDown(stretch);
  if (stretch.isUnderWay) return { shows: stretch.place.kind, ...counted };
  return { shows, isStill: true, ...counted };
}

function countDown({ amount, amountDone, done, unit }) {
  const left = Math.max(amount - amountDone, 0);
  const isLong = Math.ceil((amount - done) / SECOND) >= MINUTE;
  const seconds = Math.ceil(left / SECOND);
  return { left: left / amount, figure: isLong ? clock(seconds) : String(seconds), unit };
}

function clock(seconds) {
  return `${Math.floor(seconds / MINUTE)}:${String(seconds % MINUTE).padStart(2, "0")}`;
}

/** A rep counts as it begins. */
function reps({ amount, amountDone, isUnderWay, unit }) {
  const number = Math.floor(amountDone) + (isUnderWay ? 1 : 0);
  return { left: amountDone / amount, figure: String(Math.min(number, amount)), unit };
}
