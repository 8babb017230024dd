// The place for routine and progress: read-only, everything is changed by voice.

import { byId, made, setup, words, write } from "./page.js";

const REMEMBERED = 200;
const SUMS = ["days", "best", "sets", "minutes"];

export class Panel {
  constructor(device) {
    device.addEventListener("turn", ({ detail }) => {
      if (detail.seen) this.show(detail.seen);
    });
  }

  /** Show a glimpse of a state (`glimpse.py`). */
  show(seen) {
    byId("no-routine").hidden = Boolean(seen.routine);
    byId("routine-name").hidden = byId("moves").hidden = !seen.routine;
    write(byId("routine-name"), seen.routine);
    byId("moves").replaceChildren(...seen.moves.map(moveRow));
    for (const name of SUMS) {
      write(byId(`sum-${name}`), seen.sums[name].toLocaleString(setup.locale));
    }
    byId("settings").replaceChildren(...seen.settings.map(settingRow));
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

  /** Add what the person said, and begin a line for the answer. */
  add(who, text) {
    const said = text.trim();
    if (!said) return;
    byId("no-talk").hidden = true;
    this.#list.hidden = false;
    const line = made("li", "", who);
    line.append(made("span", words.panel[who], "who"), made("p", said));
    this.#list.append(line);
    if (this.#list.children.length > REMEMBERED) this.#list.firstElementChild.remove();
    this.#list.scrollTop = this.#list.scrollHeight;
  }
}
