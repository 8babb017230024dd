// Small helpers of the page, and what the server handed over with it.

/** Locale, voice figures, account, and all words: `pages.py` makes it. */
export const setup = JSON.parse(document.getElementById("setup").textContent);
export const words = setup.words;

/** Return an element by its id. */
export function byId(id) {
  return document.getElementById(id);
}

/** Set an element's text only if it changes, so that a live region is not read again. */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Return an element with a text and, where given, a class. */
export function made(tag, text = "", className = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className) element.className = className;
  return element;
}

/** Fill in a phrase: `{name}` becomes that value. */
export function filled(phrase, values) {
  return phrase.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

/** What is remembered in this browser, which may refuse to remember anything. */
export const memory = {
  get(name) {
    try {
      return localStorage.getItem(`hip-coach.${name}`);
    } catch {
      return null;
    }
  },
  set(name, value) {
    try {
      localStorage.setItem(`hip-coach.${name}`, value);
    } catch {
      // A browser without storage forgets; nothing else depends on it.
    }
  },
};
