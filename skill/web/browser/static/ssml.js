// SSML to what is heard: sentences and silences, with the time each takes. The estimate of a
// sentence is the coach's own (`skill/coach/timing.py`), with the figures the server hands over.

const LETTERS_A_DIGIT = 6;
const SENTENCE = /.+?(?:[.!?…]+(?=\s|$)|$)\s*/gsu;

/** The response can't be played: a device would refuse it. */
export class BrokenSpeech extends Error {}

/** Estimate how many milliseconds a voice takes to say a text. */
export function speakingMs(text, voice) {
  return wordsMs(text, voice) + (/[.?]$/.test(text) ? 0 : voice.ms_per_word);
}

/** The same of a piece that is spoken in one go with what follows. */
function wordsMs(text, voice) {
  const digits = (text.match(/\p{Nd}/gu) ?? []).length;
  const letters = [...text].length + digits * (LETTERS_A_DIGIT - 1);
  const count = (sign) => text.split(sign).length - 1;
  return (
    letters * voice.ms_per_letter +
    count(",") * voice.ms_per_comma +
    (count(".") + count("?")) * voice.ms_per_sentence
  );
}

/** Return the milliseconds of a break's `time`, "10s" or "250ms". */
export function breakMs(time) {
  const found = /^\+?(\d*\.?\d+)(ms|s)$/.exec(time.trim());
  if (!found) throw new BrokenSpeech(`<break time="${time}"/>`);
  return Math.round(Number(found[1]) * (found[2] === "s" ? 1000 : 1));
}

/**
 * Return what an SSML document makes a device say: `{text, ms}` a sentence, `{text: "", ms}` a
 * silence; silences next to each other are one.
 * @throws {BrokenSpeech} it is no well-formed SSML.
 */
export function parts(ssml, voice) {
  const document = new DOMParser().parseFromString(ssml, "application/xml");
  const root = document.documentElement;
  if (document.querySelector("parsererror") || root.tagName !== "speak") {
    throw new BrokenSpeech(ssml.slice(0, 80));
  }
  return flattened(root).flatMap((piece) =>
    typeof piece === "number" ? [{ text: "", ms: piece }] : sentences(piece, voice),
  );
}

/** Return words as texts and silences as numbers, neighbours of a kind joined. */
function flattened(root) {
  const pieces = [];
  const add = (piece) => {
    const last = pieces.length - 1;
    if (last >= 0 && typeof pieces[last] === typeof piece) pieces[last] += piece;
    else pieces.push(piece);
  };
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      if (node.data.trim() || typeof pieces.at(-1) === "string") add(node.data);
    } else if (node.tagName === "break") add(breakMs(node.getAttribute("time") ?? "0s"));
    else node.childNodes.forEach(walk);
  };
  walk(root);
  return pieces;
}

function sentences(words, voice) {
  const text = words.replace(/\s+/g, " ").trim();
  const found = text.match(SENTENCE) ?? [];
  return found.map((sentence, index) => ({
    text: sentence.trim(),
    ms: (index < found.length - 1 ? wordsMs : speakingMs)(sentence, voice),
  }));
}

/** Return the time parts take together, in milliseconds. */
export function lengthMs(heard) {
  return heard.reduce((sum, part) => sum + part.ms, 0);
}
