import { expect, it } from "vitest";
import { createUndo } from "../../../src/ui/control/undo.ts";

it("takes back step by step, once each, and forgets what was taken back elsewhere", async () => {
  const said: string[] = [];
  const undone: string[] = [];
  const undo = createUndo({ answer: (text) => said.push(text) });
  const change = (what: string) => ({ what, undo: async () => void undone.push(what) });
  undo.done(change("One"));
  const forget = undo.remember(change("Two"));
  undo.remember(change("Three"));
  forget();
  forget();
  for (let presses = 0; presses < 3; presses += 1) undo.back();
  await Promise.resolve();
  expect(undone).toEqual(["Three", "One"]);
  expect(said.toSorted()).toEqual(["One", "There is nothing to undo in the library.", "Undone. One", "Undone. Three"]);
});

it("takes back what was done last also where that is not done yet, and never what was done before it in its stead", async () => {
  const said: string[] = [];
  const undone: string[] = [];
  const undo = createUndo({ answer: (text) => said.push(text) });
  const change = (what: string) => ({ what, undo: async () => void undone.push(what) });
  undo.remember(change("Deleted"));
  let answer = (): void => {};
  const note = async (): Promise<void> => {
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    undo.remember(change("Noted"));
  };
  const noted = undo.coming(note());
  undo.back();
  await Promise.resolve();
  expect(undone).toEqual([]);
  answer();
  await noted;
  await expect.poll(() => undone).toEqual(["Noted"]);
  // What fails is not waited for, and changes nothing.
  await expect(undo.coming(Promise.reject(new Error("gone")))).rejects.toThrow("gone");
  undo.back();
  await expect.poll(() => undone).toEqual(["Noted", "Deleted"]);
  expect(said).toEqual(["Undone. Noted", "Undone. Deleted"]);
});
