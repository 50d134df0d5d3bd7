import type { Reader } from "./reader.ts";
import type { Shapes } from "./rpc.ts";

const call = { shape: "call" } as const;
const stream = { shape: "stream" } as const;

/** How the methods of the reader answer, for the calling side: it needs no parsers, and a page needs no code that makes them. */
export const shapes: Shapes<Reader> = {
  open: call,
  recall: call,
  articles: call,
  narrate: call,
  picture: call,
  choose: call,
  chooseAlways: call,
  siteRules: call,
  dropSiteRule: call,
  notices: call,
  voices: call,
  speak: stream,
  settings: call,
  changeSettings: call,
  keepPlace: call,
  lexicon: call,
  changeLexicon: call,
  importLexicon: call,
  exportLexicon: call,
  rehearse: call,
  explain: call,
  spell: call,
  shelf: call,
  getVoice: stream,
  importVoice: call,
  removeVoice: call,
  forgiveVoice: call,
  readVoices: call,
};
