import type { Desktop, Reader } from "../../contract/index.ts";
import {
  type EditionFormat,
  type EditionJob,
  type EditionJobId,
  type EditionOrder,
  type EditionPick,
  type EditionSentence,
  FILE_ENDS,
  type ItemId,
  MOST_PICKS,
  toFailure,
} from "../../model/index.ts";
import { minutesLeft } from "../../play/index.ts";
import { joined, sentencesOf, words } from "../../words/index.ts";
import { secondsOf } from "../reading/clock-time.ts";
import { editionNotice, editionWords } from "../reading/edition-words.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { Announcer } from "./announcer.ts";
import { failureWords } from "./answers.ts";
import type { GiveFrom, Giving } from "./giving.ts";
import type { NewsLine } from "./news-line.ts";

/** Where the articles of an edition come from: the one on the page, the list that is looked at, or as with some minutes. */
export type TakeFrom = { readonly kind: "article" } | { readonly kind: "list" } | GiveFrom;

/** What an edition would be made of. */
export interface Picked {
  readonly picks: readonly EditionPick[];
  /** How long it takes to hear, at the listener's speed. */
  readonly minutes: number;
}

/** What a person sets of an edition. */
export interface EditionWish extends Pick<EditionOrder, "picks" | "title" | "format" | "target" | "voice" | "rate"> {}

/** Editions, as a person uses them. Methods say what came of them; none of those that answer nothing reject. */
export interface EditionsControl {
  /** Asks the host how they are now. */
  ask(): void;
  /** The name of the list that is looked at, unless it is the queue; null: none is. */
  listName(): string | null;
  /** @throws Failure */
  pick(from: TakeFrom): Promise<Picked>;
  /** What was chosen the last time, else what is usual. */
  last(): Promise<{ readonly folder: string; readonly format: EditionFormat }>;
  /** False: it could not be asked for; why is said. */
  make(wish: EditionWish): Promise<boolean>;
  /** Null: they chose none. */
  chooseFolder(from: string): Promise<string | null>;
  chooseFile(folder: string, title: string, format: EditionFormat): Promise<string | null>;
  pause(job: EditionJobId): Promise<void>;
  /** `elsewhere`: lets the person choose another folder first. */
  resume(job: EditionJob, elsewhere: boolean): Promise<void>;
  /** Gives it up, or takes it from the list where it is made. */
  drop(job: EditionJob): Promise<void>;
  show(job: EditionJob): Promise<void>;
  /** Opens the article at what is heard at a time of the edition. A text: why that was not possible. */
  openAt(job: EditionJobId, time: string): Promise<string | null>;
  /** The podcast of them. @throws Failure */
  readonly podcast: Pick<Reader, "podcast" | "setPodcast" | "setPodcastFolder" | "renewPodcast">;
  /** Says how far they are. */
  tell(): void;
}

/** What they need. */
export interface EditionsWorld {
  readonly reader: Reader;
  readonly desktop: Pick<Desktop, "chooseEditionFolder" | "chooseEditionFile" | "usualFolder" | "showFile">;
  readonly store: Store<WindowState>;
  readonly announcer: Pick<Announcer, "answer" | "status">;
  readonly newsLine: Pick<NewsLine, "listen">;
  /** The list that is looked at, unless it is the queue; null: none is. */
  readonly listed: () => { readonly name: string; readonly items: readonly ItemId[] } | null;
  readonly look: Giving["look"];
  /** Opens an article at a sentence. */
  readonly go: (sentence: EditionSentence) => void;
}

/** What most players play. */
const USUAL_FORMAT: EditionFormat = "mp3";

/** Joins the editions of the host with the window, and tells once when one is made or has failed. */
export function createEditions(world: EditionsWorld): EditionsControl {
  const { reader, desktop, store, announcer, newsLine } = world;
  let asked = 0;
  const take = (jobs: readonly EditionJob[]): void => {
    const before = store.get().editions;
    store.set({ editions: jobs });
    if (before === null) return;
    const ended = jobs.filter(
      ({ id, state }) =>
        (state.kind === "made" || state.kind === "failed") &&
        before.find((one) => one.id === id)?.state.kind !== state.kind &&
        (state.kind === "failed" || before.some((one) => one.id === id)),
    );
    if (ended.length > 0) announcer.status(joined(ended.map(editionNotice)));
  };
  const ask = async (): Promise<void> => {
    asked += 1;
    const turn = asked;
    const { jobs } = await reader.editions({});
    if (turn === asked) take(jobs);
  };
  const askQuietly = (): void => {
    ask().catch(() => {
      // What is shown stays; the next change asks again.
    });
  };
  newsLine.listen((event) => event.kind === "changed" && event.part === "editions" && askQuietly());
  const lang = (): string => store.get().settings.language ?? navigator.language;
  const taste = (): EditionOrder["taste"] => ({ verbosity: store.get().settings.verbosity, lang: lang() });
  /** Does something, and shows what came of it; a failure is said. False: it failed. */
  const doing = async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work();
      await ask();
      return true;
    } catch (thrown) {
      announcer.status(failureWords(toFailure(thrown).code));
      return false;
    }
  };
  const done = async (work: () => Promise<unknown>): Promise<void> => void (await doing(work));

  return {
    ask: askQuietly,
    listName: () => world.listed()?.name ?? null,
    async pick(from) {
      const { reading, settings } = store.get();
      if (from.kind === "article") {
        if (!reading) return { picks: [], minutes: 0 };
        const minutes = minutesLeft(reading.whole ?? reading.script, 0, settings.rate);
        return { picks: [{ kind: "article", article: reading.article.id }], minutes };
      }
      const all = from.kind === "list" ? (world.listed()?.items ?? []) : (await world.look(from)).map(({ id }) => id);
      const items = all.slice(0, MOST_PICKS);
      const lengths = await reader.lengths({ items, taste: taste() });
      const seconds = lengths.reduce((sum, { whole }) => sum + whole, 0) / settings.rate;
      return { picks: items.map((item) => ({ kind: "item", item })), minutes: Math.max(1, Math.round(seconds / 60)) };
    },
    async last() {
      const { last } = await reader.editions({});
      return last ?? { folder: await desktop.usualFolder(), format: USUAL_FORMAT };
    },
    async make(wish) {
      const isAsked = await doing(() => reader.startEdition({ ...wish, taste: taste() }));
      if (isAsked) announcer.status(words("edition.begun", { title: wish.title }));
      return isAsked;
    },
    chooseFolder: desktop.chooseEditionFolder,
    chooseFile(folder, title, format) {
      const slash = folder.includes("\\") ? "\\" : "/";
      const name = title.replace(/[<>:"/\\|?*]/g, " ").trim();
      return desktop.chooseEditionFile({ name: `${folder}${slash}${name}.${FILE_ENDS[format]}`, format });
    },
    pause: (job) => done(() => reader.pauseEdition({ job })),
    async resume({ id, file }, elsewhere) {
      const folder = elsewhere ? await desktop.chooseEditionFolder(file.replace(/[/\\][^/\\]*$/, "") || file) : null;
      if (elsewhere && folder === null) return;
      await done(() => reader.resumeEdition({ job: id, target: folder === null ? null : { kind: "folder", folder } }));
    },
    async drop({ id, title, state }) {
      const isDone = await doing(() => reader.dropEdition({ job: id }));
      if (isDone) announcer.status(words(state.kind === "made" ? "editions.forgotten" : "editions.dropped", { title }));
    },
    show: ({ file }) => done(() => desktop.showFile(file)),
    async openAt(job, time) {
      const seconds = secondsOf(time);
      if (seconds === null) return words("editions.timeWrong");
      try {
        const found = await reader.placeInEdition({ job, seconds });
        if (!found) return words("editions.timeNone");
        world.go(found);
        return null;
      } catch (thrown) {
        return failureWords(toFailure(thrown).code);
      }
    },
    podcast: reader,
    tell() {
      ask().then(
        () => {
          const going = (store.get().editions ?? []).filter(({ state }) => state.kind !== "made").toReversed();
          const told = going.map((job) => words("editions.one", { title: job.title, state: editionWords(job) }));
          announcer.answer(told.length === 0 ? words("editions.idle") : sentencesOf(told));
        },
        (thrown: unknown) => announcer.answer(failureWords(toFailure(thrown).code)),
      );
    },
  };
}
