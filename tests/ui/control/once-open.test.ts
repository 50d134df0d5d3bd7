import { beforeEach, expect, it } from "vitest";
import { createOnceOpen, type OnceOpen } from "../../../src/ui/control/once-open.ts";
import { createWindowState, type Reading, type WindowState } from "../../../src/ui/state.ts";
import type { Store } from "../../../src/ui/store.ts";
import { articleOf } from "../article.ts";

let store: Store<WindowState>;
let events: string[];
let onceOpen: OnceOpen;
const article = articleOf([]);
const reading: Reading = { article, script: { article: article.id, utterances: [] } };
const ask = (what: string): void => onceOpen.run(() => events.push(what));
const open = (): void => {
  store.set({ reading, loading: null });
  onceOpen.opened();
};

beforeEach(() => {
  store = createWindowState();
  events = [];
  onceOpen = createOnceOpen(
    store,
    () => events.push("nothing"),
    (act) => act(),
  );
});

it("does at once what is asked of an open article, and says where there is none", () => {
  ask("play");
  expect(events).toEqual(["nothing"]);
  open();
  ask("play");
  expect(events).toEqual(["nothing", "play"]);
});

it("does the last that was asked once the article is there, and only once", () => {
  store.set({ loading: "a.example" });
  ask("play");
  ask("play here");
  expect(events).toEqual([]);
  open();
  onceOpen.opened();
  expect(events).toEqual(["play here"]);
});

it("forgets it when the article can't be opened, or it was stopped", () => {
  store.set({ loading: "a.example" });
  ask("play");
  store.set({ loading: null });
  store.set({ loading: "b.example" });
  open();
  expect(events).toEqual([]);
  store.set({ reading: null, loading: "c.example" });
  ask("play");
  onceOpen.forget();
  open();
  expect(events).toEqual([]);
});
