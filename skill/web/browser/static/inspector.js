// Request and response, side by side: what somebody who debugs a skill wants to see.

import { byId, filled, made, words, write } from "./page.js";

const REMEMBERED = 100;
const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null)\b|-?\d+(?:\.\d+)?/g;

export class Inspector {
  #turns = [];
  #shown = -1;

  constructor(device) {
    device.addEventListener("turn", ({ detail }) => this.#add(detail));
    byId("older").addEventListener("click", () => this.#show(this.#shown - 1));
    byId("newer").addEventListener("click", () => this.#show(this.#shown + 1));
  }

  #add({ sent, response }) {
    const followed = this.#shown === this.#turns.length - 1;
    this.#turns.push({ sent, response });
    if (this.#turns.length > REMEMBERED) this.#turns.shift();
    this.#show(followed ? this.#turns.length - 1 : this.#shown);
  }

  #show(index) {
    this.#shown = Math.min(Math.max(index, 0), this.#turns.length - 1);
    const { sent, response } = this.#turns[this.#shown];
    byId("request").replaceChildren(...coloured(sent));
    byId("response").replaceChildren(...coloured(response));
    const place = { number: this.#shown + 1, of: this.#turns.length };
    write(byId("envelopes-turn"), filled(words.envelopes.turn, place));
    byId("older").disabled = this.#shown === 0;
    byId("newer").disabled = this.#shown === this.#turns.length - 1;
  }
}

/** Return JSON as nodes, in which names, texts and other values can be told apart. */
function coloured(value) {
  const text = JSON.stringify(value, null, 2);
  const nodes = [];
  let end = 0;
  for (const found of text.matchAll(TOKEN)) {
    const [token, quoted, colon] = found;
    const kind = colon ? "name" : quoted ? "text" : "value";
    nodes.push(text.slice(end, found.index), made("span", quoted ?? token, kind), colon ?? "");
    end = found.index + token.length;
  }
  nodes.push(text.slice(end));
  return nodes;
}
