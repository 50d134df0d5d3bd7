import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RemoteFeed } from "../../src/model/index.ts";
import { type KnownFeed, type LocalFeed, mergeFeeds, mergeState } from "../../src/sync/index.ts";

const CAN = { subscribe: true, arrange: true };
const local = (feed: number, change: Partial<LocalFeed> = {}): LocalFeed => ({
  ...{
    feed,
    address: `https://${feed}.example/feed`,
    title: `T${feed}`,
    folder: [],
    taken: true,
    edited: { taken: false, arranged: false },
  },
  ...change,
});
const remote = (id: string, feed: number, change: Partial<RemoteFeed> = {}): RemoteFeed => ({
  ...{ id, address: `https://${feed}.example/feed`, title: `T${feed}`, folder: [] },
  ...change,
});
const known = (id: string, feed: number, change: Partial<KnownFeed> = {}): KnownFeed => ({
  ...{ remote: id, feed, title: `T${feed}`, folder: [] },
  ...change,
});

describe("a field of an item", () => {
  it("is as the server has it where nothing was edited here", () => {
    expect(mergeState({ value: true, edited: null }, { value: false, changed: null })).toEqual({ value: false, send: false });
  });
  it("keeps an edit that the server was not told of", () => {
    expect(mergeState({ value: true, edited: "2026-01-02" }, { value: false, changed: null })).toEqual({ value: true, send: true });
    expect(mergeState({ value: true, edited: "2026-01-02" }, { value: false, changed: "2026-01-01" })).toEqual({ value: true, send: true });
  });
  it("is as the server has it where that was edited later", () => {
    expect(mergeState({ value: true, edited: "2026-01-02" }, { value: false, changed: "2026-01-03" })).toEqual({
      value: false,
      send: false,
    });
  });
});

describe("subscriptions", () => {
  const edited = { taken: true, arranged: false };
  it.each<[string, readonly LocalFeed[], readonly KnownFeed[], readonly RemoteFeed[], readonly object[]]>([
    ["takes what the server has", [], [], [remote("r", 1)], [{ kind: "take", feed: null }]],
    ["meets what both have", [local(1)], [], [remote("r", 1, { address: "http://1.example/feed/" })], [{ kind: "know", isFirst: true }]],
    ["tells what was taken here", [local(1, { edited })], [], [], [{ kind: "subscribe" }]],
    ["leaves what the server need not know", [local(1)], [], [], []],
    ["ends what was ended there", [local(1)], [known("r", 1)], [], [{ kind: "end" }]],
    ["tells what was ended here", [local(1, { taken: false, edited })], [known("r", 1)], [remote("r", 1)], [{ kind: "unsubscribe" }]],
    [
      "tells an end here though it was renamed there",
      [local(1, { taken: false, edited })],
      [known("r", 1)],
      [remote("r", 1, { title: "New" })],
      [{ kind: "unsubscribe" }],
    ],
    ["forgets what both have ended", [local(1, { taken: false, edited })], [known("r", 1)], [], [{ kind: "forget", isTaken: false }]],
    [
      "has nothing to tell of what was taken and ended before the server heard of it",
      [local(1, { taken: false, edited })],
      [],
      [],
      [{ kind: "drop", feed: 1 }],
    ],
    [
      "takes anew what was ended there and taken anew here",
      [local(1, { edited })],
      [known("r", 1)],
      [],
      [{ kind: "forget", isTaken: true }, { kind: "subscribe" }],
    ],
    ["takes up again what is back there", [local(1, { taken: false })], [known("r", 1)], [remote("r", 1)], [{ kind: "take", feed: 1 }]],
    [
      "knows it by its new name there",
      [local(1)],
      [known("r", 1)],
      [remote("s", 1)],
      [
        { kind: "know", isFirst: true },
        { kind: "forget", isTaken: true },
      ],
    ],
    ["takes a new title", [local(1)], [known("r", 1)], [remote("r", 1, { title: "New" })], [{ kind: "arrange" }]],
    [
      "tells a new title",
      [local(1, { title: "Mine", edited: { taken: false, arranged: true } })],
      [known("r", 1)],
      [remote("r", 1)],
      [{ kind: "rearrange" }],
    ],
    [
      "keeps a title of this side that both changed",
      [local(1, { title: "Mine", edited: { taken: false, arranged: true } })],
      [known("r", 1)],
      [remote("r", 1, { title: "Theirs" })],
      [{ kind: "rearrange" }],
    ],
    [
      "meets the same feed once",
      [local(1)],
      [],
      [remote("r", 1), remote("s", 1, { address: "http://1.example/feed" })],
      [{ kind: "know", remote: expect.objectContaining({ id: "r" }) }],
    ],
  ])("%s", (_name, here, before, there, wanted) => {
    expect(mergeFeeds(here, before, there, CAN)).toEqual(wanted.map((one) => expect.objectContaining(one)));
  });

  it("tells nothing to a server that can't be told", () => {
    const feeds = [local(1, { edited }), local(2, { taken: false, edited })];
    expect(mergeFeeds(feeds, [known("r", 2)], [remote("r", 2)], { subscribe: false, arrange: false })).toEqual([]);
  });
});

/** A machine of the naive model: what it shows, and what it did not tell yet. */
interface Device {
  readonly items: Map<number, { value: boolean; edited: string | null }>;
  feeds: Map<number, LocalFeed>;
  known: KnownFeed[];
}

type Step =
  | { readonly kind: "edit"; readonly device: 0 | 1; readonly item: number }
  | { readonly kind: "feed"; readonly device: 0 | 1; readonly feed: number }
  /** `cut`: after so many things that were done the line is gone; what was done last is not known to have been done. */
  | { readonly kind: "sync"; readonly device: 0 | 1; readonly cut: number };

const FEEDS = 4;

function world() {
  const items = new Map<number, boolean>();
  const feeds = new Map<number, string>();
  let lastId = 0;
  let clock = 0;
  const now = (): string => String(++clock).padStart(8, "0");
  const devices: readonly [Device, Device] = [
    { items: new Map(), feeds: new Map(), known: [] },
    { items: new Map(), feeds: new Map(), known: [] },
  ];
  const remotes = (): readonly RemoteFeed[] => [...feeds].map(([feed, id]) => remote(id, feed));
  class Cut extends Error {}
  const sync = (device: Device, cut: number): boolean => {
    let left = cut;
    /** Something that the server does: cut off, it was done, and this side does not know. */
    const tell = (deed: () => void): void => {
      if (left-- <= 0) throw new Cut();
      deed();
      if (left-- <= 0) throw new Cut();
    };
    const settle = (feed: number, change: Partial<LocalFeed>): void => {
      const one = device.feeds.get(feed) ?? local(feed);
      device.feeds.set(feed, { ...one, ...change, edited: { taken: false, arranged: false } });
    };
    try {
      for (let pass = 0; pass < 2; pass += 1) {
        for (const deed of mergeFeeds([...device.feeds.values()], device.known, remotes(), CAN)) {
          const know = (id: string, feed: number): void => {
            device.known = [...device.known.filter((one) => one.remote !== id && one.feed !== feed), known(id, feed)];
          };
          const forget = (id: string): void => {
            device.known = device.known.filter((one) => one.remote !== id);
          };
          const feedOf = ({ address }: RemoteFeed): number => Number(/\d+/.exec(address)?.[0]);
          if (deed.kind === "take") {
            settle(feedOf(deed.remote), { taken: true });
            know(deed.remote.id, feedOf(deed.remote));
          } else if (deed.kind === "know") {
            settle(deed.feed, {});
            know(deed.remote.id, deed.feed);
          } else if (deed.kind === "end") {
            settle(deed.feed, { taken: false });
            forget(deed.remote);
          } else if (deed.kind === "forget") {
            forget(deed.remote);
            if (!deed.isTaken) settle(deed.feed, {});
          } else if (deed.kind === "drop") settle(deed.feed, {});
          else if (deed.kind === "subscribe")
            tell(() => {
              if (!feeds.has(deed.local.feed)) feeds.set(deed.local.feed, `r${++lastId}`);
            });
          else if (deed.kind === "unsubscribe") {
            tell(() => {
              for (const [feed, id] of feeds) if (id === deed.remote) feeds.delete(feed);
            });
            forget(deed.remote);
            settle(deed.feed, {});
          }
        }
      }
      for (const [item, state] of device.items)
        if (state.edited !== null) {
          const { value } = state;
          tell(() => items.set(item, value));
          device.items.set(item, { value, edited: null });
        }
      for (const [item, value] of items) {
        const mine = device.items.get(item) ?? { value: false, edited: null };
        device.items.set(item, { ...mine, value: mergeState(mine, { value, changed: null }).value });
      }
      return true;
    } catch (thrown) {
      if (!(thrown instanceof Cut)) throw thrown;
      return false;
    }
  };
  return { items, feeds, devices, now, sync };
}

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant("edit" as const), device: fc.constantFrom(0 as const, 1 as const), item: fc.nat(5) }),
  fc.record({ kind: fc.constant("feed" as const), device: fc.constantFrom(0 as const, 1 as const), feed: fc.nat(FEEDS) }),
  fc.record({
    kind: fc.constant("sync" as const),
    device: fc.constantFrom(0 as const, 1 as const),
    cut: fc.oneof(fc.nat(12), fc.constant(1_000)),
  }),
);

describe("two machines and a server", () => {
  it("end equal, whatever the order and the cuts, and no last edit is lost", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { items, feeds, devices, now, sync } = world();
        /** Who edited what since both machines have last been the same with the server. */
        const last = new Map<string, { readonly device: number; readonly value: boolean }>();
        const others = new Set<string>();
        const note = (name: string, device: number, value: boolean): void => {
          if (last.has(name) && last.get(name)?.device !== device) others.add(name);
          last.set(name, { device, value });
        };
        for (const one of steps) {
          const device = devices[one.device];
          if (one.kind === "edit") {
            const value = !(device.items.get(one.item)?.value ?? false);
            device.items.set(one.item, { value, edited: now() });
            note(`item ${one.item}`, one.device, value);
          } else if (one.kind === "feed") {
            const mine = device.feeds.get(one.feed);
            const taken = !(mine?.taken ?? false);
            device.feeds.set(one.feed, { ...(mine ?? local(one.feed)), taken, edited: { taken: true, arranged: false } });
            note(`feed ${one.feed}`, one.device, taken);
          } else sync(device, one.cut);
        }
        for (const index of [0, 1, 0, 1] as const) expect(sync(devices[index], Number.POSITIVE_INFINITY)).toBe(true);
        const there = [...items].filter(([, value]) => value).map(([item]) => item);
        for (const device of devices) {
          const here = [...device.items].filter(([, { value }]) => value).map(([item]) => item);
          expect(here.toSorted()).toEqual(there.toSorted());
          expect(
            [...device.feeds.values()]
              .filter(({ taken }) => taken)
              .map(({ feed }) => feed)
              .toSorted(),
          ).toEqual([...feeds.keys()].toSorted());
          expect([...device.items.values()].every(({ edited }) => edited === null)).toBe(true);
        }
        // What only one of them edited is as they left it.
        for (const [name, { value }] of last) {
          if (others.has(name)) continue;
          const [kind, id] = name.split(" ");
          expect([name, kind === "item" ? (items.get(Number(id)) ?? false) : feeds.has(Number(id))]).toEqual([name, value]);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
