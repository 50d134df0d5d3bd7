import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Reader } from "../../contract/index.ts";
import { Failure, isOffered, type KeptSummary, type OfferSummary } from "../../model/index.ts";
import { languageName, words } from "../../words/index.ts";
import { withReader } from "./desk.ts";
import { tell, write, writeJson } from "./output.ts";
import { withApp } from "./world.ts";

interface JsonOption {
  readonly json?: true;
}

/** `lectern voices`: what can be spoken with. What is missing is said on stderr. */
export function voicesCommand(options: JsonOption): Promise<void> {
  return withApp({ keep: false }, async (app) => {
    const { voices: all, missing } = await app.voices({});
    const voices = all.filter(isOffered);
    if (options.json) {
      await writeJson({ voices: voices.map(({ id, name, lang, engine }) => ({ id, name, lang, engine })) });
      return;
    }
    const wide = Math.max(...voices.map(({ id }) => id.length));
    await write(voices.map(({ id, name, lang }) => `${id.padEnd(wide)}  ${name} · ${languageName(lang)} (${lang})\n`).join(""));
    for (const { engine, message } of missing) tell(words("terminal.missing", { engine, message }));
  });
}

/** Through an open window, so that it knows of a voice that comes or goes. */
const withShelf = <T>(run: (reader: Reader) => Promise<T>): Promise<T> => withReader(run, { keep: false });

/** `lectern voices offered`: what can be added, with its size and licence. */
export function offeredVoices(options: JsonOption): Promise<void> {
  return withShelf(async (app) => {
    const { kept, offered } = await app.shelf({});
    if (options.json) {
      await writeJson({ kept, offered });
      return;
    }
    const wide = Math.max(0, ...offered.map(({ name }) => name.length));
    await write(offered.map((offer) => `${offer.name.padEnd(wide)}  ${offerWords(offer)}\n`).join(""));
  });
}

const offerWords = ({ title, lang, size, licence }: OfferSummary): string =>
  words("terminal.offer", { title, lang: languageName(lang), size: size / 1e6, licence });

const keptOf = async (app: Reader, name: string): Promise<KeptSummary | undefined> =>
  (await app.shelf({})).kept.find((voice) => voice.name === name);

/** Fetches a voice of the list, and says how far it is. Its size and licence are said before anything comes. */
async function get(app: Reader, name: string, signal: AbortSignal): Promise<KeptSummary | undefined> {
  const offer = (await app.shelf({})).offered.find((candidate) => candidate.name === name);
  if (!offer) return keptOf(app, name);
  tell(offerWords(offer));
  if (offer.source) tell(offer.source);
  let told = -1;
  for await (const { stage, done, all } of app.getVoice({ name }, signal)) {
    const tenth = Math.floor((done * 10) / all);
    if (stage === "fetching" && tenth > told) tell(words("terminal.fetched", { part: done / all }));
    if (stage === "trying") tell(words("terminal.trying"));
    told = Math.max(told, tenth);
  }
  return keptOf(app, name);
}

/** The one voice of a list at an address, or a word about which there are. */
async function fromList(app: Reader, address: string, signal: AbortSignal): Promise<string> {
  const { count } = await app.readVoices({ address }, signal);
  const [first, ...others] = (await app.shelf({})).offered.slice(0, count);
  if (!first || others.length > 0) throw new Failure("bad-input", words("terminal.choose-voice", { count }));
  return first.name;
}

/** `lectern voices add`: a voice of the list, a list's address, or a folder of this computer. */
export function addVoice(what: string, options: JsonOption, signal: AbortSignal): Promise<void> {
  return withShelf(async (app) => {
    const isList = /^https?:/i.test(what) || what.endsWith(".json");
    const { kept, offered } = await app.shelf({});
    const isFolder = existsSync(resolve(what));
    const isName = !isList && !isFolder && [...kept, ...offered].some(({ name }) => name === what);
    if (!isList && !isFolder && !isName) throw new Failure("not-found", words("terminal.nothing-to-add", { what }));
    const added = isList
      ? await get(app, await fromList(app, what, signal), signal)
      : isName
        ? await get(app, what, signal)
        : await app.importVoice({ path: resolve(what) }, signal);
    if (!added) throw new Failure("not-found", words("terminal.nothing-to-add", { what }));
    if (options.json) await writeJson(added);
    else await write(`${words("terminal.added", { voice: `neural:${added.name}`, title: added.title, lang: languageName(added.lang) })}\n`);
  });
}

/** `lectern voices remove`: deletes a voice that was added. */
export function removeVoice(what: string): Promise<void> {
  return withShelf(async (app) => {
    const name = what.replace(/^neural:/, "").split("+")[0] ?? "";
    if (!(await keptOf(app, name))) throw new Failure("not-found", words("terminal.no-added-voice", { voice: what }));
    await app.removeVoice({ name });
    await write(`${words("terminal.removed", { voice: what })}\n`);
  });
}
