// The stage: the figure of the step, what is being said, the ring that counts down or up.

import { dialOf } from "./dial.js";
import { clear, fetchAhead, showMuscles, showPlace } from "./drawing.js";
import { byId, filled, setup, words, write } from "./page.js";
import { Timeline } from "./timeline.js";

const MINUTE = 60_000;
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
    fetchAhead(seen);
    this.#followed = -1;
    this.#at = 0;
    this.#place(this.#timeline.at(0)?.place ?? this.#seen?.place);
    if (seen?.muscles) showMuscles(seen.muscles);
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
    if (place) showPlace(place);
    else clear();
  }

  // --- what is drawn, a frame at a time

  #draw() {
    const position = this.#player.position();
    const at = position && position.at + (this.#state === "waiting" ? this.#timeline.repromptAt : 0);
    const stretch = position && this.#timeline?.at(at);
    if (position) this.#left(at);
    if (stretch) this.#follow(stretch, this.#timeline.ended(at));
    const { left } = this.#device.listening;
    const dial = dialOf(this.#state, stretch, Boolean(position?.text), left);
    byId("dial").dataset.shows = dial.shows;
    byId("dial").classList.toggle("is-still", Boolean(dial.isStill));
    byId("dial").classList.toggle("is-long", dial.figure?.includes(":") ?? false);
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
    // From when a step is announced on, as on the screen of an Echo.
    this.#place(stretch.place);
    if (ended.length === this.#followed) return;
    this.#followed = ended.length;
    this.#panel.follow(stretch.place, ended);
  }
}
