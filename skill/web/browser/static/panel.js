// The place for routine and progress: read-only, everything is changed by voice.

import { byId, made, setup, words, write } from "./page.js";

const REMEMBERED = 200;
const SUMS = ["days", "best", "sets", "minutes"];

export class Panel {
  #seen = null;

  constructor(device) {
    device.addEventListener("turn", ({ detail }) => {
      if (detail.seen) this.show(detail.seen);
    });
  }

  /** Follow a response that runs on through sets and moves: `ended` are its stretches so far. */
  follow(place, ended) {
    const finished = ended.filter(({ amount, place }) => place.step === place.steps && amount === place.total);
    const isDone = (move, set) => finished.some(({ place }) => place.move === move && place.set === set);
    const moves = this.#seen.moves.map((move, number) => ({
      ...move,
      isCurrent: number === place.move,
      sets: move.sets.map((set, index) => ({ ...set, isDone: set.isDone || isDone(number, index) })),
    }));
    this.#seen = { ...this.#seen, moves };
    byId("moves").replaceChildren(...moves.map(moveRow));
  }

  /** Show a glimpse of a state (`glimpse.py`). */
  show(seen) {
    this.#seen = seen.routine ? seen : { ...seen, ...this.#over() };
    const { routine, moves } = this.#seen;
    byId("no-routine").hidden = Boolean(routine);
    byId("routine-name").hidden = byId("moves").hidden = !routine;
    write(byId("routine-name"), routine);
    byId("moves").replaceChildren(...moves.map(moveRow));
    for (const name of SUMS) {
      write(byId(`sum-${name}`), seen.sums[name].toLocaleString(setup.locale));
    }
    byId("settings").replaceChildren(...seen.settings.map(settingRow));
  }

  /** A routine that is over stays to be looked at, as it was at its end. */
  #over() {
    const { routine = "", moves = [] } = this.#seen ?? {};
    return { routine, moves: moves.map((move) => ({ ...move, isCurrent: false })) };
  }
}

function moveRow(move) {
  const row = made("li");
  if (move.isCurrent) row.setAttribute("aria-current", "step");
  row.classList.toggle("skipped", move.isSkipped);
  row.classList.toggle("done", move.sets.every((set) => set.isDone));
  const note = move.isSkipped ? words.panel.skipped : move.isCurrent ? words.panel.now : "";
  const head = made("p", move.name, "move");
  if (note) head.append(" ", made("span", note, "tag"));
  const foot = made("p", "", "sets");
  foot.append(made("span", move.dose, "dose"), ...move.sets.map(setMark));
  row.append(head, foot);
  return row;
}

function setMark(set) {
  const mark = made("span", set.side, set.isDone ? "set done" : "set");
  mark.append(made("span", `: ${set.isDone ? words.panel.done : words.panel.not_done}`, "unseen"));
  return mark;
}

function settingRow({ label, value }) {
  const row = made("div");
  row.append(made("dt", label), made("dd", value));
  return row;
}

/** The conversation so far, as text. */
export class Conversation {
  #list = byId("said");

  /** Add what was said; `who` says on where the last words were theirs, too. */
  add(who, text) {
    if (!text) return;
    byId("no-talk").hidden = true;
    this.#list.hidden = false;
    const last = this.#list.lastElementChild;
    if (last?.className === who) last.lastElementChild.append(` ${text}`);
    else this.#line(who, text);
    this.#list.scrollTop = this.#list.scrollHeight;
  }

  #line(who, text) {
    const line = made("li", "", who);
    line.append(made("span", words.panel[who], "who"), made("p", text));
    this.#list.append(line);
    if (this.#list.children.length > REMEMBERED) this.#list.firstElementChild.remove();
  }
}
