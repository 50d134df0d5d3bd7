import { stat } from "node:fs/promises";
import { join } from "node:path";
import { type Reader, readVoiceList, writeVoiceList } from "../contract/index.ts";
import {
  Failure,
  type KeptSummary,
  type OfferSummary,
  type Source,
  type SourceRequest,
  type VoiceOffer,
  type VoiceProgress,
} from "../model/index.ts";
import type { Arrival, KeptVoice, NeuralEngine, VoiceShelf } from "../speak/index.ts";
import { OFFERS } from "./offers.ts";
import type { OwnServers } from "./own-servers.ts";
import type { World } from "./world.ts";

/** The neural voices of the world: where they are kept, and what runs them. */
export interface NeuralWorld {
  readonly shelf: VoiceShelf;
  readonly engine: NeuralEngine;
  /** Fetches a large file to where it is to be, whole and checked or not at all. @throws Failure */
  readonly download: (
    download: { readonly address: string; readonly file: string; readonly size: number; readonly sha256: string },
    options: { readonly signal: AbortSignal; readonly own: readonly string[]; readonly onProgress?: (bytes: number) => void },
  ) => Promise<void>;
}

type VoiceUses = Pick<Reader, "shelf" | "getVoice" | "importVoice" | "removeVoice" | "forgiveVoice" | "readVoices">;

const keptSummary = ({ name, title, lang, licence, size, speakers, setAside }: KeptVoice): KeptSummary => ({
  name,
  title,
  lang,
  licence,
  size,
  speakers: Math.max(1, speakers.length),
  setAside: setAside !== null,
});

const sizeOf = ({ files }: VoiceOffer): number => files.reduce((sum, { size }) => sum + size, 0);

/** How much of a file is there: whole, or begun. */
async function thereOf(file: string): Promise<number> {
  const whole = await stat(file).catch(() => null);
  return whole?.size ?? (await stat(`${file}.part`).catch(() => null))?.size ?? 0;
}

/** What can be done with voices that are not there from the start. */
export function voiceUses(
  world: Pick<World, "neural">,
  source: (request: SourceRequest, signal?: AbortSignal) => Promise<Source>,
  own: OwnServers,
): VoiceUses {
  /** What is being fetched, imported or deleted: each voice by one at a time. */
  const busy = new Set<string>();

  const neural = (): NeuralWorld => {
    if (!world.neural) throw new Failure("unsupported", "This Lectern runs without voices of its own kind.");
    return world.neural;
  };

  async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
    if (busy.has(name)) throw new Failure("bad-input", "This voice is being worked on already.");
    busy.add(name);
    try {
      return await work();
    } finally {
      busy.delete(name);
    }
  }

  /** A list that was read goes before what Lectern offers by itself. */
  async function offers(): Promise<readonly VoiceOffer[]> {
    const added = await neural().shelf.readOffers();
    let own: readonly VoiceOffer[] = [];
    try {
      own = added === null ? [] : readVoiceList(added);
    } catch {
      // A list that can't be read any more is as good as none: it can be read again.
    }
    return [...own, ...OFFERS.filter(({ name }) => own.every((offer) => offer.name !== name))];
  }

  async function keep(arrival: Arrival, name: string, said: Parameters<Arrival["keep"]>[1]): Promise<KeptSummary> {
    const { engine } = neural();
    engine.release(name);
    const kept = await arrival.keep(name, said, (voice) => engine.attempt(voice));
    engine.release(kept.name);
    return keptSummary(kept);
  }

  async function* fetched(offer: VoiceOffer, signal: AbortSignal): AsyncGenerator<VoiceProgress, void, void> {
    const { shelf, download } = neural();
    const all = sizeOf(offer);
    const arrival = await shelf.expect(offer.name);
    const there = await Promise.all(offer.files.map(({ name }) => thereOf(join(arrival.folder, name))));
    await shelf.needRoom(Math.max(0, all - there.reduce((sum, size) => sum + size, 0)));
    let before = 0;
    for (const { name, address, size, sha256 } of offer.files) {
      const told = createTold();
      const done = before;
      const work = download(
        { address, file: join(arrival.folder, name), size, sha256 },
        { signal, own: own.of(null), onProgress: (bytes) => told.tell({ stage: "fetching", done: done + bytes, all }) },
      ).finally(told.end);
      work.catch(() => {});
      yield* told.heard();
      await work;
      before += size;
    }
    yield { stage: "trying", done: all, all };
    signal.throwIfAborted();
    try {
      await keep(arrival, offer.name, { title: offer.title, lang: offer.lang, licence: offer.licence, source: offer.source ?? undefined });
    } catch (thrown) {
      // What came is what was promised, and it can't speak: there is nothing to go on with.
      if (thrown instanceof Failure && thrown.code === "unsupported") await arrival.drop();
      throw thrown;
    }
    yield { stage: "kept", done: all, all };
  }

  return {
    async shelf() {
      if (!world.neural) return { kept: [], offered: [] };
      const { shelf } = world.neural;
      const kept = await shelf.list();
      const offered = (await offers()).filter(({ name }) => kept.every((voice) => voice.name !== name));
      const summaries = offered.map(async ({ files, ...offer }): Promise<OfferSummary> => {
        const folder = shelf.arriving(offer.name);
        const there = await Promise.all(files.map(({ name }) => thereOf(join(folder, name))));
        return { ...offer, size: files.reduce((sum, { size }) => sum + size, 0), there: there.reduce((sum, size) => sum + size, 0) };
      });
      return { kept: kept.map(keptSummary), offered: await Promise.all(summaries) };
    },
    async *getVoice({ name }, caller) {
      const signal = caller ?? new AbortController().signal;
      const offer = (await offers()).find((candidate) => candidate.name === name);
      if (!offer) throw new Failure("not-found", "There is no such voice in the list.");
      if (busy.has(name)) throw new Failure("bad-input", "This voice is being worked on already.");
      busy.add(name);
      try {
        yield* fetched(offer, signal);
      } finally {
        busy.delete(name);
      }
    },
    async importVoice({ path }, caller) {
      const { shelf } = neural();
      const arrival = await shelf.copy(path, caller ?? new AbortController().signal);
      try {
        return await alone(arrival.name, () => keep(arrival, arrival.name, {}));
      } finally {
        await arrival.drop();
      }
    },
    async removeVoice({ name }) {
      const { shelf, engine } = neural();
      await alone(name, async () => {
        engine.release(name);
        await shelf.remove(name);
      });
    },
    async forgiveVoice({ name }) {
      await neural().shelf.forgive(name);
    },
    async readVoices({ address }, signal) {
      const { bytes } = await source({ kind: "address", address, typed: true, url: null, type: null, lang: null }, signal);
      const voices = readVoiceList(bytes);
      await neural().shelf.keepOffers(writeVoiceList(voices));
      return { count: voices.length };
    },
  };
}

/** Joins a work that calls back and a stream: only the newest item waits, and there is always one to hear. */
function createTold(): { tell(item: VoiceProgress): void; end(): void; heard(): AsyncGenerator<VoiceProgress, void, void> } {
  let newest: VoiceProgress | null = null;
  let ended = false;
  let wake: () => void = () => {};
  return {
    tell(item) {
      newest = item;
      wake();
    },
    end() {
      ended = true;
      wake();
    },
    async *heard() {
      for (;;) {
        const item = newest;
        newest = null;
        if (item) {
          yield item;
          // Ten a second are enough for eyes and ears.
          if (!ended) await new Promise((resolve) => setTimeout(resolve, BETWEEN));
        } else if (ended) return;
        else
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
    },
  };
}

/** Milliseconds between two items. */
const BETWEEN = 100;
