import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { gainFor, loudnessOf } from "../../export/index.ts";
import type { Speaker } from "../../speak/index.ts";
import type { Encoder } from "./encoder.ts";
import { readJson } from "./files.ts";
import { type Lame, QUALITY } from "./lame.ts";
import { batchesOf, type Plan, speaksByFormants } from "./plan.ts";
import { pieceFiles, type Spoken, speakPiece } from "./speak-piece.ts";
import { triedAgain } from "./tried-again.ts";

/** What makes one piece at a time, beside others that do the same. */
export interface Lane {
  readonly speaker: Speaker;
  readonly encoder: Encoder;
  /** Waited for before each step, which others do meanwhile: it only helps when nobody listens. Not said: it always does. */
  readonly quiet?: (signal: AbortSignal) => Promise<void>;
  close(): Promise<void>;
}

/** How far the pieces are: letters that are spoken, and that are encoded, of all. */
export interface PiecesProgress {
  readonly spoken: number;
  readonly encoded: number;
  readonly letters: number;
  /** How many steps were finished, and kept, since it was begun or gone on with. */
  readonly finished: number;
}

/** A task that may be done next: to speak a piece, or to encode a batch of them. */
type Task = { readonly kind: "speak" | "encode"; readonly number: number };

/**
 * Speaks and encodes what is not done yet of a plan, in as many lanes as there are: an article is spoken, then its loudness is known, and
 * its pieces are encoded. What is encoded goes before what is spoken, so that little raw sound lies about. Each finished piece is kept in
 * the folder, and stays there when this fails. `lame`: the system's, for a plan that is made with it. `turn`: waited for
 * before each step.
 * @throws Failure; a system's error; the signal's reason
 */
export async function makePieces(
  plan: Plan,
  folder: string,
  lanes: readonly Lane[],
  onProgress: (progress: PiecesProgress) => void,
  signal: AbortSignal,
  lame: string | null = null,
  turn: (signal: AbortSignal) => Promise<void> = async () => {},
): Promise<readonly Spoken[]> {
  const { pieces, sound } = plan;
  const known: (Spoken | null)[] = [];
  /** By batch. */
  const isEncoded: boolean[] = [];
  const batches = batchesOf(pieces);
  const hasRecorded = pieces.some(({ lines }) => lines.some(({ request }) => request && !speaksByFormants(request.voice)));
  const byLame: Lame | null =
    plan.lame && lame !== null ? { program: lame, quality: hasRecorded ? QUALITY.recorded : QUALITY.formants } : null;
  for (const batch of batches) {
    const files = batch.map((number) => pieceFiles(folder, number));
    const encoded = files.every(({ frames }) => existsSync(frames));
    const heard = await Promise.all(
      files.map((one) => (sound === null || encoded || existsSync(one.samples) ? readJson<Spoken>(one.heard) : null)),
    );
    known.push(...heard);
    isEncoded.push(encoded && !heard.includes(null));
  }
  const begun = new Set<string>();
  const waiting: (() => void)[] = [];
  const stop = new AbortController();
  const both = AbortSignal.any([signal, stop.signal]);
  /** When all is done, nobody waits for a moment to help. */
  const over = new AbortController();
  const helping = AbortSignal.any([both, over.signal]);
  /** How many pieces of an article are not spoken yet. */
  const unspoken = new Map<number, number>();
  for (const [number, { article }] of pieces.entries()) unspoken.set(article, (unspoken.get(article) ?? 0) + (known[number] ? 0 : 1));
  const articleOf = (batch: readonly number[]): number => pieces[batch[0] ?? 0]?.article ?? 0;
  /** The batch of each piece. */
  const batchOf = batches.flatMap((batch, number) => batch.map(() => number));
  const gains = new Map<number, number>();
  const gainOf = (article: number): number | null => {
    if (unspoken.get(article) !== 0) return null;
    const had = gains.get(article);
    if (had !== undefined) return had;
    const gain = gainFor(loudnessOf(pieces.flatMap((piece, number) => (piece.article === article ? (known[number]?.steps ?? []) : []))));
    gains.set(article, gain);
    return gain;
  };
  const next = (): Task | "wait" | null => {
    let isLeft = false;
    for (const [number, batch] of batches.entries()) {
      if (sound === null || isEncoded[number]) continue;
      isLeft = true;
      if (!begun.has(`encode ${number}`) && gainOf(articleOf(batch)) !== null) return { kind: "encode", number };
    }
    for (const number of pieces.keys()) {
      if (known[number]) continue;
      isLeft = true;
      if (!begun.has(`speak ${number}`)) return { kind: "speak", number };
    }
    return isLeft ? "wait" : null;
  };
  /** Whether a piece is the last of its article that is begun: when it is spoken, the article is encoded. */
  const isLastOf = (number: number): boolean =>
    pieces.every(({ article }, other) => article !== pieces[number]?.article || known[other] || begun.has(`speak ${other}`));
  /** How much of a piece is spoken already: a short edition is one piece. */
  const parts = new Map<number, number>();
  const sum = (is: (number: number) => number): number =>
    Math.round(pieces.reduce((letters, piece, number) => letters + is(number) * piece.letters, 0));
  let finished = 0;
  const tell = (): void =>
    onProgress({
      spoken: sum((number) => (known[number] ? 1 : (parts.get(number) ?? 0))),
      encoded: sum((number) => (sound === null || isEncoded[batchOf[number] ?? 0] ? 1 : 0)),
      letters: sum(() => 1),
      finished,
    });

  const wakeAll = (): void => {
    for (const wake of waiting.splice(0)) wake();
  };

  async function run(lane: Lane): Promise<void> {
    for (;;) {
      await lane.quiet?.(helping).catch(() => {});
      both.throwIfAborted();
      const task = next();
      if (task === null) {
        over.abort();
        return;
      }
      if (task === "wait") {
        await new Promise<void>((resolve) => waiting.push(resolve));
        continue;
      }
      const { kind, number } = task;
      begun.add(`${kind} ${number}`);
      await turn(both);
      if (kind === "speak") {
        if (sound !== null && isLastOf(number)) for (const { encoder } of lanes.slice(0, batches.length)) encoder.start();
        const onPart = (part: number): void => {
          parts.set(number, part);
          tell();
        };
        // From the piece's beginning: half of one would be another sound.
        known[number] = await triedAgain(() => speakPiece(plan, number, folder, lane.speaker, both, sound !== null, onPart), both);
        const { article = 0 } = pieces[number] ?? {};
        unspoken.set(article, (unspoken.get(article) ?? 0) - 1);
      } else {
        const batch = batches[number] ?? [];
        const files = batch.map((piece) => pieceFiles(folder, piece));
        const gain = gainOf(articleOf(batch)) ?? 1;
        const job = { pieces: files, sound: sound ?? "wav", sampleRate: plan.sampleRate, gain, lame: byLame };
        await lane.encoder.encode(job, both);
        isEncoded[number] = true;
        // Not before the last of them is encoded: all of them are encoded again otherwise.
        for (const { samples } of files) await rm(samples, { force: true });
      }
      finished += 1;
      tell();
      wakeAll();
    }
  }
  both.addEventListener("abort", wakeAll, { once: true });
  tell();
  const ended = await Promise.allSettled(
    lanes.map((lane) =>
      run(lane).catch((thrown: unknown) => {
        stop.abort(thrown);
        throw thrown;
      }),
    ),
  );
  signal.throwIfAborted();
  const failed = ended.find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw stop.signal.reason ?? failed.reason;
  return known.filter((spoken) => spoken !== null);
}
