// Puts the page together.

import { Clock } from "./clock.js";
import { Controls } from "./controls.js";
import { Device } from "./device.js";
import { Ears } from "./ears.js";
import { Inspector } from "./inspector.js";
import { Microphone } from "./microphone.js";
import { Options } from "./options.js";
import { byId, filled, memory, setup, words, write } from "./page.js";
import { Conversation, Panel } from "./panel.js";
import { Player } from "./player.js";
import * as server from "./server.js";
import { speakingMs } from "./ssml.js";
import { Stage } from "./stage.js";
import { Voice } from "./voice.js";
import { keepAwake } from "./wakefulness.js";

const NOTICE_MS = 12_000;

const clock = new Clock(Number(memory.get("clock") ?? 0));
const voice = new Voice(setup.locale, clock, (text) => speakingMs(text, setup.voice));
const player = new Player(clock, voice);
const account = { ...setup.account, device: deviceId() };
const device = new Device({ account, clock, player, server, voiceFigures: setup.voice });
const controls = new Controls(device.listening);
const conversation = new Conversation();

const panel = new Panel(device);
new Stage(device, player, panel);
new Inspector(device);
new Options(clock, voice);
new Microphone(device, new Ears(setup.locale), say);
keepAwake(device);

controls.addEventListener("said", ({ detail }) => say(detail.text, detail.isCommand));
byId("start").addEventListener("click", () => device.launch());
device.addEventListener("turn", ({ detail }) => turned(detail));
device.addEventListener("part", ({ detail }) => conversation.add("coach", detail.text));
device.addEventListener("notice", ({ detail }) => notify(detail));
// The skill must never meet a clock that has gone back.
addEventListener("pagehide", () => memory.set("clock", String(Math.ceil(clock.now()))));

function deviceId() {
  const known = memory.get("device");
  const id = known ?? `${setup.account.device}.${Math.random().toString(36).slice(2, 10)}`;
  memory.set("device", id);
  return id;
}

function say(text, isCommand = false) {
  write(byId("notice"), "");
  conversation.add("you", text);
  // A button is meant for the coach, whoever is listening; typed words go where a device sends them.
  return isCommand ? device.tell(text) : device.say(text);
}

function turned({ seen }) {
  if (seen) controls.setPaused(seen.mode === "paused");
}

let noticeTimer = 0;
function notify(name) {
  write(byId("notice"), filled(words.notice[name], setup.spoken));
  clearTimeout(noticeTimer);
  noticeTimer = setTimeout(() => write(byId("notice"), ""), NOTICE_MS);
}
