#!/usr/bin/env node
// A voice for speech-dispatcher that makes no sound and writes down what it is given to say: a line of JSON for each, {at, event, id, text}.
// It speaks speech-dispatcher's protocol for output modules: commands come in, numbered answers go out. LECTERN_TRANSCRIPT names the file,
// LECTERN_VOICE_PACE how many characters it takes for a second to say.
import { appendFileSync, writeSync } from "node:fs";
import { createInterface } from "node:readline";

const transcript = process.env.LECTERN_TRANSCRIPT ?? "";
const pace = Number(process.env.LECTERN_VOICE_PACE ?? "100");

const answer = (...lines) => writeSync(1, `${lines.join("\n")}\n`);
const note = (event) => appendFileSync(transcript, `${JSON.stringify({ at: Date.now(), ...event })}\n`);

const ENTITIES = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
const plain = (text) =>
  text
    .replace(/<[^>]*>/g, " ")
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => ENTITIES[name])
    .replace(/\s+/g, " ")
    .trim();

let last = 0;
let speaking = null;
let gathering = null;

function end(event) {
  if (!speaking) return;
  const { id, marks, timer } = speaking;
  speaking = null;
  clearTimeout(timer);
  note({ event, id });
  if (event === "end") {
    for (const mark of marks) answer(`700-${mark}`, "700 INDEX MARK");
    answer("702 END");
  } else answer(event === "stop" ? "703 STOP" : "704 PAUSE");
}

function speak(text) {
  last += 1;
  const said = plain(text);
  const marks = [...text.matchAll(/<mark name="([^"]*)"/g)].map(([, name]) => name);
  answer("200 OK SPEAKING", "701 BEGIN");
  note({ event: "say", id: last, text: said });
  speaking = { id: last, marks, timer: setTimeout(() => end("end"), 20 + (said.length / pace) * 1000) };
}

const BLOCKS = {
  AUDIO: ["207 OK RECEIVING AUDIO SETTINGS", "203 OK AUDIO INITIALIZED"],
  LOGLEVEL: ["207 OK RECEIVING LOGLEVEL SETTINGS", "203 OK LOG LEVEL SET"],
  SET: ["203 OK RECEIVING SETTINGS", "203 OK SETTINGS RECEIVED"],
};
const SPEECH = new Set(["SPEAK", "CHAR", "KEY", "SOUND_ICON"]);

function take(line) {
  if (gathering) {
    if (line !== ".") {
      gathering.lines.push(line.startsWith("..") ? line.slice(1) : line);
      return;
    }
    const { lines, done } = gathering;
    gathering = null;
    done(lines.join("\n"));
    return;
  }
  const command = line.split(" ")[0];
  const block = BLOCKS[command];
  if (block) {
    answer(block[0]);
    gathering = { lines: [], done: () => answer(block[1]) };
  } else if (SPEECH.has(command)) {
    answer("202 OK RECEIVING MESSAGE");
    gathering = { lines: [], done: speak };
  } else if (command === "INIT") answer("299-Writes down what is said", "299 OK LOADED SUCCESSFULLY");
  else if (command === "LIST") answer("200-Transcript\ten-US\tnone", "200 OK VOICE LIST SENT");
  else if (command === "STOP") end("stop");
  else if (command === "PAUSE") end("pause");
  else if (command === "DEBUG") answer("200 OK DEBUGGING");
  else if (command === "QUIT") {
    answer("210 OK QUIT");
    process.exit(0);
  } else if (command) answer("300 ERR UNKNOWN COMMAND");
}

createInterface({ input: process.stdin })
  .on("line", take)
  .on("close", () => process.exit(0));
