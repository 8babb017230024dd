// The stage: what is being said, large; the ring that counts down or up; the place in the routine.

import { byId, filled, setup, words, write } from "./page.js";
import { Timeline } from "./timeline.js";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** Characters up to which a caption is shown in the largest and in the second size. */
const SHORT = 24;
const MEDIUM = 70;

export class Stage {
  #device;
  #player;
  #state = "idle";
  #seen = null;
  #timeline = null;
  #panel;
  #followed = -1;
  #at = 0;

  /** `panel` is told where in the response we are. */
  constructor(device, player, panel) {
    this.#device = device;
    this.#panel = panel;
    this.#player = player;
    device.addEventListener("state", (event) => this.#enter(event.detail));
    device.addEventListener("turn", (event) => this.#turned(event.detail));
    device.addEventListener("part", (event) => this.#caption(event.detail.text));
    this.#enter("idle");
    const draw = () => {
      this.#draw();
      requestAnimationFrame(draw);
    };
    requestAnimationFrame(draw);
  }

  // --- what happens

  #enter(state) {
    // Nothing was opened yet, so nothing has ended.
    this.#state = state === "ended" && !this.#seen ? "idle" : state;
    document.body.dataset.state = this.#state;
    const isAtWork = state === "waiting" && this.#timeline?.hasWorkInReprompt;
    const told = words.state[isAtWork ? "speaking" : this.#state];
    write(byId("status"), filled(told, setup.spoken));
    write(byId("start"), this.#state === "ended" ? words.again : words.start);
  }

  #turned({ speech, reprompt, seen, sent }) {
    if (sent.request.type === "SessionEndedRequest") return;
    this.#seen = seen ?? this.#seen;
    this.#timeline = new Timeline(speech, reprompt, seen?.stretches ?? []);
    this.#followed = -1;
    this.#at = 0;
    this.#place(this.#timeline.at(0)?.place ?? this.#seen?.place);
  }

  #caption(text) {
    // A silence keeps the words before it on the screen.
    if (!text) return;
    const caption = byId("caption");
    write(caption, text);
    caption.dataset.size = text.length <= SHORT ? "large" : text.length <= MEDIUM ? "medium" : "small";
  }

  #place(place) {
    byId("after").hidden = !place;
    if (!place) return;
    const step = filled(words.step, { number: place.step, of: place.steps });
    write(byId("where"), place.name);
    write(byId("which"), `${place.side} · ${step}`);
    write(byId("ahead-text"), place.ahead);
  }

  // --- what is drawn, a frame at a time

  #draw() {
    const position = this.#player.position();
    const at = position && position.at + (this.#state === "waiting" ? this.#timeline.repromptAt : 0);
    const stretch = position && this.#timeline?.at(at);
    if (position) this.#left(at);
    if (stretch) this.#follow(stretch, this.#timeline.ended(at));
    const dial = this.#dial(stretch, position?.text);
    byId("dial").dataset.shows = dial.shows;
    byId("ring").style.setProperty("--left", dial.left.toFixed(4));
    write(byId("figure"), dial.figure ?? "");
    write(byId("unit"), dial.unit ?? "");
  }

  #left(at) {
    this.#at = Math.max(this.#at, at);
    const minutes = Math.round(((this.#seen?.leftMs ?? 0) - this.#at) / MINUTE);
    write(byId("left"), minutes > 0 ? filled(words.left, { minutes }) : "");
  }

  #follow(stretch, ended) {
    if (stretch.isUnderWay) this.#place(stretch.place);
    if (ended.length === this.#followed) return;
    this.#followed = ended.length;
    this.#panel.follow(stretch.place, ended);
  }

  #dial(stretch, isTalking) {
    if (this.#state === "idle" || this.#state === "ended") return { shows: "start", left: 0 };
    if (this.#state === "listening") {
      const { left } = this.#device.listening;
      return { shows: "listening", left, unit: words.dial.listening };
    }
    if (stretch?.isUnderWay && stretch.place.kind === "rep") return reps(stretch);
    if (stretch?.isUnderWay && stretch.place.kind !== "setup") return countDown(stretch);
    return { shows: isTalking ? "speaking" : this.#state, left: 0 };
  }
}

function countDown({ place, amountDone }) {
  const left = Math.max(place.total - amountDone, 0);
  const seconds = Math.ceil(left / SECOND);
  const unit = seconds === 1 ? words.dial.second : words.dial.seconds;
  return { shows: place.kind, left: left / place.total, figure: String(seconds), unit };
}

function reps({ place, amountDone }) {
  const number = Math.min(Math.floor(amountDone) + 1, place.total);
  const unit = filled(words.dial.rep, { of: place.total });
  return { shows: "rep", left: amountDone / place.total, figure: String(number), unit };
}
