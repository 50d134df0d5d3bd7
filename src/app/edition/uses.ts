import type { EditionPicture, SpeechEngine } from "../../model/index.ts";
import { createSpeaker, type Speaker } from "../../speak/index.ts";
import type { Idle } from "../idle.ts";
import { createEncoder } from "./encoder.ts";
import { type EditionWish, exportEdition, type MadeEdition } from "./export-edition.ts";
import { type EditionWishes, makePlan } from "./make-plan.ts";
import type { PictureWorld } from "./pictures.ts";
import type { Plan } from "./plan.ts";

/** What editions are made with. */
export interface EditionMeans {
  /** The folder of what is being made. */
  readonly jobs: string;
  /** The built worker that encodes. */
  readonly encodeWorker: URL;
  /** The folder of what windows asked for; not said: none does. */
  readonly records?: string;
  /** How many pieces are made at a time: one a core. Where others go before, all but one of them only help when nobody listens. */
  readonly lanes: number;
  /** The full path of the system's lame, which makes MP3 where it is; null: our own does. */
  readonly lame: string | null;
  /** Whether others go before: somebody may be listening. */
  readonly low: boolean;
  /** Voices of its own for each of these: what they say does not wait for others. */
  readonly engines: () => readonly SpeechEngine[];
  /** What stands for an edition without a picture of its own; null: nothing does. */
  readonly cover: () => Promise<EditionPicture | null>;
  /** The program's name and version. */
  readonly maker: string;
}

/** What can be done about editions. */
export interface EditionUses {
  /** Plans an edition of articles. @throws Failure `no-voice`, `engine` */
  planEdition(wishes: EditionWishes, signal: AbortSignal): Promise<Plan>;
  /** As `exportEdition`. Pictures are asked of `pictures`, which knows the articles. */
  exportEdition(wish: EditionWish, pictures: PictureWorld, signal: AbortSignal): Promise<MadeEdition>;
}

/** Editions as an app makes them. */
export const editionUses = (means: EditionMeans | undefined, speaker: Speaker, idle?: Pick<Idle, "idle" | "quiet">): EditionUses => ({
  planEdition: (wishes, signal) => makePlan(wishes, speaker, signal),
  exportEdition(wish, pictures, signal) {
    if (!means) throw new Error("this app makes no editions");
    const { engines, encodeWorker, low, ...rest } = means;
    let isFirst = true;
    const lane = () => {
      // A command's own voices have nothing else to say, and run already.
      const own = isFirst && !low ? { ...speaker, close: async () => {} } : createSpeaker(engines());
      const helps = !isFirst && low && idle;
      isFirst = false;
      const encoder = createEncoder(encodeWorker, { low });
      return {
        speaker: own,
        encoder,
        ...(helps ? { quiet: idle.quiet } : {}),
        async close() {
          await Promise.all([own.close(), encoder.close()]);
        },
      };
    };
    const world = { ...rest, lane, picture: pictures.picture };
    return exportEdition(low && idle ? { ...world, turn: idle.idle } : world, wish, signal);
  },
});
