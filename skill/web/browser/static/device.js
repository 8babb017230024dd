// A simulated Echo: real envelopes out, responses in, and a device's rules between them, the same
// as in `skill/simulator/device.py`.

import { Interrupted } from "./clock.js";
import { envelope, freshId, launch, sessionEnded } from "./envelopes.js";
import { Listening } from "./listening.js";
import { BrokenSpeech, parts } from "./ssml.js";

/** One Echo. It tells of what it does by events: `state`, `turn`, `part`, `notice`. */
export class Device extends EventTarget {
  #account;
  #clock;
  #player;
  #server;
  #voiceFigures;
  #session = null;
  #directive = null;
  #turn = new AbortController();
  #sending = Promise.resolve();
  listening;

  constructor({ account, clock, player, server, voiceFigures }) {
    super();
    this.#account = account;
    this.#clock = clock;
    this.#player = player;
    this.#server = server;
    this.#voiceFigures = voiceFigures;
    this.listening = new Listening(clock);
  }

  get isOpen() {
    return this.#session !== null;
  }

  /** Open the skill without a wish. */
  launch() {
    return this.#take(async () => this.#opening(launch()));
  }

  /** Say something: to the open session, or with the skill's name, which opens a new one. */
  say(text) {
    return this.#take(async () => {
      const { named, plain } = await this.#understood(text);
      if (named) return this.#opening(named);
      if (this.isOpen) return this.#send(plain);
      this.#tell("notice", "not_ours");
      return null;
    });
  }

  /** Say something to the skill, as if it were named where no session is open. */
  tell(text) {
    return this.#take(async () => this.#send((await this.#understood(text)).plain));
  }

  /** Fall silent and listen, as an Echo does at its wake word. */
  wake() {
    return this.#take(async () => this.isOpen && { speech: [], reprompt: [], listens: true });
  }

  // --- turns

  /** Interrupt what goes on, send once nothing else is being sent, and play what comes back. */
  async #take(request) {
    this.#turn.abort();
    this.#turn = new AbortController();
    const { signal } = this.#turn;
    this.#state("sending");
    this.#sending = this.#sending.then(request).catch((error) => this.#failed(error));
    const heard = await this.#sending;
    if (signal.aborted) return;
    if (!heard) this.#state(this.isOpen ? "listening" : "ended");
    else await this.#play(heard, signal).catch(ignoreInterruption);
  }

  async #play(heard, signal) {
    await this.#speak(heard.speech, "speaking", signal);
    if (!heard.listens) return this.#state("ended");
    await this.#listen(signal);
    if (heard.reprompt.length) {
      await this.#speak(heard.reprompt, "waiting", signal);
      await this.#listen(signal);
    }
    this.#sending = this.#sending
      .then(() => this.#end("EXCEEDED_MAX_REPROMPTS"))
      .catch((error) => this.#failed(error));
    await this.#sending;
    return this.#state("ended");
  }

  async #speak(heard, state, signal) {
    this.#state(state);
    await this.#player.play(heard, signal, (part) => this.#tell("part", part));
  }

  async #listen(signal) {
    this.#state("listening");
    await this.listening.open(signal);
  }

  // --- sending

  #understood(text) {
    return this.#server.understood(this.#account.locale, text, this.#directive);
  }

  async #opening(request) {
    if (this.isOpen) await this.#end("USER_INITIATED");
    return this.#send(request);
  }

  async #end(reason) {
    await this.#send(sessionEnded(reason));
    this.#session = null;
  }

  async #send(request) {
    const session = this.#session ?? { new: true, sessionId: freshId("session"), attributes: {} };
    const id = freshId("request");
    const sent = envelope(this.#account, request, session, id, this.#clock.now());
    const response = await this.#server.ask(sent);
    const body = response.response ?? {};
    const listens = body.shouldEndSession === false;
    const attributes = response.sessionAttributes ?? {};
    this.#session = listens ? { ...session, new: false, attributes } : null;
    this.#directive = (listens && body.directives?.find(isDialog)) || null;
    const heard = { listens, speech: this.#speech(body), reprompt: this.#speech(body.reprompt) };
    const seen = response.sessionAttributes && (await this.#seen(attributes));
    this.#tell("turn", { sent, response, seen, ...heard });
    return heard;
  }

  #speech(holder) {
    const ssml = holder?.outputSpeech?.ssml;
    return ssml ? parts(ssml, this.#voiceFigures) : [];
  }

  #seen(attributes) {
    return this.#server.glimpse(this.#account.locale, attributes, this.#clock.now());
  }

  // --- telling

  #failed(error) {
    this.#session = null;
    this.#tell("notice", error instanceof BrokenSpeech ? "broken" : "no_server");
    return null;
  }

  #state(state) {
    this.#tell("state", state);
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/** Whether the next answer belongs to a directive; screens and sounds ask for none. */
function isDialog({ type }) {
  return type.startsWith("Dialog.");
}

function ignoreInterruption(error) {
  if (!(error instanceof Interrupted)) throw error;
}
