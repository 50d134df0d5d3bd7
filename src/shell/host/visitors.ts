import type { App } from "../../app/index.ts";
import type { Reader } from "../../contract/index.ts";
import type { ChangedPart } from "../../model/index.ts";

/** What each method that changes something changes for a window that shows it. */
const CHANGES: Readonly<Partial<Record<keyof Reader, ChangedPart>>> = {
  changeSettings: "settings",
  shareIn: "settings",
  shareNow: "settings",
  changeLexicon: "lexicon",
  importLexicon: "lexicon",
  getVoice: "voices",
  importVoice: "voices",
  removeVoice: "voices",
  forgiveVoice: "voices",
  subscribe: "news",
  changeFeed: "news",
  setTaken: "news",
  importFeeds: "news",
  openItem: "news",
  prepareItem: "news",
  makeReady: "news",
  getReady: "news",
  markItems: "news",
  starItem: "news",
  enqueue: "news",
  dequeue: "news",
  moveInQueue: "news",
  open: "articles",
  recall: "articles",
};

type Method = (...given: unknown[]) => unknown;

/** The app for a command that comes through the door: what it changes is told to the windows, and what is to be told to the listener once is left to them. */
export function forVisitors(app: App): Reader {
  return new Proxy(app, {
    get(target, name) {
      if (name === "notices") return async () => [];
      const method = (target as unknown as Readonly<Record<PropertyKey, unknown>>)[name];
      const part = CHANGES[name as keyof Reader];
      if (part === undefined || typeof method !== "function") return method;
      return (...given: unknown[]) => {
        const result = (method as Method)(...given);
        if (result instanceof Promise) return result.finally(() => app.tellChanged(part));
        return (async function* () {
          try {
            yield* result as AsyncIterable<unknown>;
          } finally {
            app.tellChanged(part);
          }
        })();
      };
    },
  });
}
