import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { pcm16, samplesOf } from "../export/index.ts";
import type { ArticleId, SpeechChunk, SpeechMark, SpeechRequest } from "../model/index.ts";
import { loadStretch, stretched } from "../speak/index.ts";
import { storageFailure, writeWhole } from "./edition/files.ts";

/** Sound that was made ahead, by what was asked for: a file a sentence, at the voice's own pace, in a folder for each article. */
export interface SpeechAhead {
  /** What was made of a request, at its rate; null: nothing was, or it can't be read. */
  find(request: SpeechRequest): Promise<SpeechChunk | null>;
  has(request: SpeechRequest): Promise<boolean>;
  /** Keeps what was made of a request at rate 1. @throws Failure `storage` */
  keep(article: ArticleId, request: SpeechRequest, chunks: readonly SpeechChunk[]): Promise<void>;
  /** How much an article's takes, bytes. */
  size(article: ArticleId): Promise<number>;
  drop(article: ArticleId): Promise<void>;
  /** The articles that have some. */
  articles(): Promise<readonly ArticleId[]>;
}

/** What is known of the samples that follow in a file. */
interface Head {
  readonly sampleRate: number;
  readonly marks: readonly SpeechMark[];
}

const END = ".speech";
/** The file's first bytes: how long its head is. */
const LENGTH = 4;

const keyOf = ({ text, voice, pitch }: SpeechRequest): string =>
  createHash("sha256")
    .update(JSON.stringify([text, voice, pitch]))
    .digest("hex")
    .slice(0, 32);

/** Opens the store in a folder; it is made and looked at when it is needed. */
export function createSpeechAhead(folder: string): SpeechAhead {
  let loading: Promise<Map<string, { readonly article: ArticleId; readonly size: number }>> | null = null;
  const pathOf = (article: ArticleId, key: string): string => join(folder, article, `${key}${END}`);
  const load = async () => {
    const known = new Map<string, { readonly article: ArticleId; readonly size: number }>();
    for (const name of await readdir(folder).catch(() => [])) {
      if (!/^a[0-9a-f]{16}$/.test(name)) continue;
      const article = name as ArticleId;
      for (const file of await readdir(join(folder, name)).catch(() => [])) {
        const path = join(folder, name, file);
        // What a killed process was writing.
        if (!file.endsWith(END)) await rm(path, { force: true });
        else known.set(file.slice(0, -END.length), { article, size: (await stat(path)).size });
      }
    }
    return known;
  };
  const all = (): NonNullable<typeof loading> => {
    loading ??= load();
    return loading;
  };
  return {
    async find(request) {
      const key = keyOf(request);
      const found = (await all()).get(key);
      if (!found) return null;
      try {
        const bytes = await readFile(pathOf(found.article, key));
        const end = LENGTH + bytes.readUInt32LE(0);
        const { sampleRate, marks } = JSON.parse(bytes.toString("utf8", LENGTH, end)) as Head;
        // A copy, for samples begin at an even address.
        const samples = samplesOf(new Uint8Array(bytes.subarray(end)));
        const { rate } = request;
        if (rate === 1) return { samples, sampleRate, marks };
        return {
          samples: stretched(samples, sampleRate, await loadStretch(null), rate),
          sampleRate,
          marks: marks.map((mark) => ({ ...mark, time: mark.time / rate })),
        };
      } catch {
        // A voice makes it anew.
        (await all()).delete(key);
        return null;
      }
    },
    has: async (request) => (await all()).has(keyOf(request)),
    async keep(article, request, chunks) {
      const known = await all();
      const key = keyOf(request);
      const path = pathOf(article, key);
      const head = Buffer.from(
        JSON.stringify({ sampleRate: chunks[0]?.sampleRate ?? 0, marks: chunks.flatMap(({ marks }) => marks) } satisfies Head),
      );
      const length = Buffer.alloc(LENGTH);
      length.writeUInt32LE(head.length);
      try {
        await mkdir(join(folder, article), { recursive: true });
        const size = await writeWhole(path, `${path}.part`, [length, head, ...chunks.map(({ samples }) => pcm16(samples))], true);
        known.set(key, { article, size });
      } catch (thrown) {
        throw storageFailure(thrown, path);
      }
    },
    async size(article) {
      return [...(await all()).values()].reduce((sum, one) => sum + (one.article === article ? one.size : 0), 0);
    },
    async drop(article) {
      const known = await all();
      for (const [key, one] of known) if (one.article === article) known.delete(key);
      await rm(join(folder, article), { recursive: true, force: true });
    },
    articles: async () => [...new Set([...(await all()).values()].map(({ article }) => article))],
  };
}
