// The place and its figure, which changes in time with the speech; or the muscles asked for.

import { byId, words, write } from "./page.js";

let shown = null;

/** Fetch the figures of a response (`glimpse.py`) before their time, so that each comes at once. */
export function fetchAhead(seen) {
  for (const { place } of seen?.stretches ?? []) new Image().src = place.figure.address;
}

/** Show a place of a set. */
export function showPlace(place) {
  // Asked for at every frame, and most frames change nothing.
  if (shown === place) return;
  shown = place;
  head(place.name, place.side, place.at);
  draw(place.figure, place.line);
  write(byId("ahead-text"), place.ahead);
}

/** Show muscles, for as long as the coach talks of them. */
export function showMuscles(muscles) {
  shown = muscles;
  const { title, figure } = muscles;
  head(title, "", "");
  draw(figure, "");
}

/** Show that no step is under way. */
export function clear() {
  shown = null;
  head(words.tagline, "", "");
  byId("drawing").hidden = true;
  byId("stage").classList.remove("is-drawn");
}

function head(title, side, step) {
  write(byId("where"), title);
  write(byId("badge"), side);
  write(byId("step"), step);
}

function draw({ address, alternative }, line) {
  const picture = byId("picture");
  if (picture.getAttribute("src") !== address) picture.src = address;
  picture.alt = alternative;
  write(byId("line"), line);
  byId("drawing").hidden = false;
  byId("stage").classList.add("is-drawn");
}
