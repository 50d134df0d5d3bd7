import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createRounds, type Rounds } from "../../src/app/rounds.ts";
import { type Library, openLibrary } from "../../src/library/index.ts";
import { Failure, type FeedId, type NewsEvent, type RefreshProgress } from "../../src/model/index.ts";

/** A round whose steps the test gives. */
interface Script {
  step(progress: RefreshProgress): void;
  end(failure?: unknown): void;
  readonly signal: AbortSignal;
}

let library: Library;
let rounds: Rounds;
let scripts: Script[];
let logged: string[];
beforeEach(async () => {
  library = await openLibrary(":memory:");
  scripts = [];
  logged = [];
  rounds = createRounds({
    library,
    now: () => "2026-03-02T08:00:00.000Z",
    breaking: async () => [],
    articles: async function* () {},
    hold: () => null,
    log: (line) => logged.push(line),
    async *refresh(_all, signal) {
      const waiting: RefreshProgress[] = [];
      let over: { readonly failure: unknown } | null = null;
      let wake = (): void => {};
      scripts.push({
        signal,
        step(progress) {
          waiting.push(progress);
          wake();
        },
        end(failure = null) {
          over = { failure };
          wake();
        },
      });
      signal.addEventListener("abort", () => wake());
      for (;;) {
        signal.throwIfAborted();
        const next = waiting.shift();
        if (next) yield next;
        else if (over) {
          const { failure } = over as { readonly failure: unknown };
          if (failure !== null) throw failure;
          return;
        } else
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
    },
  });
});
afterEach(() => library.close());

const feed = (id: number, news: number, problem: NonNullable<RefreshProgress["feed"]>["problem"] = null) => ({
  id: id as FeedId,
  title: `Feed ${id}`,
  news,
  problem,
  isNewProblem: problem !== null,
  gone: false,
});
const begun = async (count: number): Promise<Script> => {
  await expect.poll(() => scripts.length).toBe(count);
  const script = scripts[count - 1];
  if (!script) throw new Error("no round");
  return script;
};

describe("rounds", () => {
  it("never run two at once: who asks again joins, and leaves without ending it", async () => {
    expect(rounds.start(true).joined).toBe(false);
    const script = await begun(1);
    const leaving = new AbortController();
    const followed: number[] = [];
    const follower = (async () => {
      for await (const { done } of rounds.follow(true, leaving.signal)) followed.push(done);
    })();
    expect(rounds.start(false).joined).toBe(true);
    script.step({ done: 1, all: 2, news: 0, feed: feed(1, 0) });
    await expect.poll(() => followed).toEqual([1]);
    leaving.abort();
    await expect(follower).rejects.toThrow();
    expect(script.signal.aborted).toBe(false);
    expect(scripts).toHaveLength(1);
    script.end();
    await expect.poll(() => rounds.state().running).toBeNull();
    expect(rounds.start(true).joined).toBe(false);
    await begun(2);
    await rounds.stop();
  });

  it("end when whoever began one no longer wants it", async () => {
    const controller = new AbortController();
    const follower = (async () => {
      for await (const _ of rounds.follow(true, controller.signal));
    })();
    const script = await begun(1);
    controller.abort();
    await expect(follower).rejects.toThrow();
    expect(script.signal.aborted).toBe(true);
    expect(rounds.state().running).toBeNull();
    expect(await rounds.stop()).toBe(false);
  });

  it("stop at once", async () => {
    const { ended } = rounds.start(true);
    const script = await begun(1);
    expect(await rounds.stop()).toBe(true);
    await ended;
    expect(script.signal.aborted).toBe(true);
    expect(logged).toEqual([]);
  });

  it("tell whoever watches: the state first, what is new together, each fault once", async () => {
    const watching = new AbortController();
    const events: NewsEvent[] = [];
    const watcher = (async () => {
      for await (const event of rounds.watch(watching.signal)) events.push(event);
    })();
    await expect.poll(() => events).toHaveLength(1);
    expect(events[0]).toMatchObject({ kind: "state", state: { running: null, last: null, feeds: 0, problems: 0, hold: null } });
    rounds.start(true);
    const script = await begun(1);
    script.step({ done: 1, all: 3, news: 4, feed: feed(1, 4) });
    script.step({ done: 2, all: 3, news: 4, feed: feed(2, 0, "timeout") });
    script.step({ done: 3, all: 3, news: 9, feed: feed(3, 5) });
    script.end();
    await expect.poll(() => events.at(-1)).toMatchObject({ kind: "state", state: { running: null } });
    expect(events.filter(({ kind }) => kind === "fault")).toEqual([
      { kind: "fault", fault: { feed: 2, title: "Feed 2", code: "timeout", gone: false } },
    ]);
    expect(events.filter(({ kind }) => kind === "new")).toEqual([
      {
        kind: "new",
        count: 9,
        feeds: [
          { feed: 1, count: 4 },
          { feed: 3, count: 5 },
        ],
      },
    ]);
    watching.abort();
    await watcher;
  });

  it("know whether anybody was reached, and log what broke them off", async () => {
    rounds.start(true);
    const first = await begun(1);
    first.step({ done: 1, all: 1, news: 0, feed: feed(1, 0, "offline") });
    first.end();
    await expect.poll(() => rounds.state().running).toBeNull();
    expect(rounds.isLost()).toBe(true);
    const follower = (async () => {
      for await (const _ of rounds.follow(true, new AbortController().signal));
    })();
    (await begun(2)).end(new Failure("storage", "The disk is full."));
    await expect(follower).rejects.toMatchObject({ code: "storage" });
    expect(logged).toEqual([expect.stringContaining("The disk is full.")]);
    expect(rounds.isLost()).toBe(false);
  });
});
