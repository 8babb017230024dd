// What the page asks its server: the skill, and the two helpers that stand in for Alexa.

/** The server can't be reached, or refuses. */
export class NoServer extends Error {}

async function post(path, body) {
  let answer;
  try {
    answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch (error) {
    throw new NoServer(String(error));
  }
  if (!answer.ok) throw new NoServer(`${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** Send an envelope to the skill; return its response. */
export function ask(envelope) {
  return post("/", envelope);
}

/** Return what an utterance is as a request: `named` with the skill's name in it, and `plain`. */
export function understood(locale, text, directive) {
  return post("/browser/said", { locale, text, directive });
}

/** Return what session attributes say, in words. */
export function glimpse(locale, attributes, nowMs) {
  return post("/browser/glimpse", { locale, attributes, now_ms: Math.round(nowMs) });
}
