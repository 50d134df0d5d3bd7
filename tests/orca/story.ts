import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import type { ScreenReader } from "./screen-reader.ts";

/** Writes down what somebody does at the keyboard, and what Orca says after it: it is to read as that person would wish. */
export interface Story {
  /**
   * Presses keys; what is said then, up to what matches and the silence after it, is written below them. `endless`: whatever goes on then is
   * silenced, and nothing after the match is written.
   */
  press(keys: string, pattern: RegExp, endless?: boolean): Promise<void>;
  /** Types a text, without what is said of it. */
  type(text: string): Promise<void>;
  /** Waits for what comes by itself, and writes it down. */
  wait(what: string, pattern: RegExp): Promise<void>;
  /** Writes down something that is not Orca's: what Lectern's own voice reads. */
  note(line: string): void;
  /** What is written so far. */
  text(): string;
  /**
   * Compares with the expectation in a file beside the test: the same steps, and after each all of its lines in their order. Orca may say more:
   * how much it says of where it comes from depends on how quick the machine is.
   */
  expectAs(name: string): Promise<void>;
}

/** What was written, by steps: what was done, and the lines below it. */
const stepsOf = (written: string): readonly (readonly string[])[] =>
  written
    .split(/\n(?=[>#])/)
    .map((step) => step.split("\n").filter(Boolean))
    .filter((step) => step.length > 0);

/** Who presses the keys, and hears what is said. */
export type Hearing = Pick<ScreenReader, "press" | "type" | "heard" | "heardUntil">;

/** Begins one. `same`: makes what differs from run to run the same. */
export function beginStory(reader: Hearing, same: (line: string) => string = (line) => line): Story {
  const written: string[] = [];
  const write = (head: string, lines: readonly string[]): void => void written.push("", `> ${head}`, ...lines.map(same));
  const text = (): string => `${written.join("\n").trim()}\n`;
  return {
    async press(keys, pattern, endless = false) {
      reader.press(...keys.split(" "));
      if (!endless) {
        write(keys, await reader.heardUntil(pattern));
        return;
      }
      const lines = await reader.heardUntil(pattern, 20, 0);
      reader.press("ctrl");
      write(keys, lines.slice(0, lines.findIndex((line) => pattern.test(line)) + 1));
      await reader.heard();
    },
    async type(text) {
      reader.type(text);
      // Orca says what it makes of a field that changes; how much of it depends on how quick the fingers are.
      await reader.heard(1.5);
      write(`types ${same(text)}`, []);
    },
    async wait(what, pattern) {
      write(what, await reader.heardUntil(pattern));
    },
    note: (line) => void written.push(`# ${same(line)}`),
    text,
    async expectAs(name) {
      // A missing expectation fails, and shows what it would be.
      const expected = stepsOf(await readFile(join(import.meta.dirname, name), "utf8").catch(() => ""));
      const actual = stepsOf(text());
      expect(actual.map(([head]) => head)).toEqual(expected.map(([head]) => head));
      const lacking = expected.flatMap(([head, ...lines], n) => {
        let from = 0;
        return lines.flatMap((line) => {
          const at = (actual[n] ?? []).indexOf(line, from + 1);
          if (at > 0) from = at;
          return at > 0 ? [] : [`${head}: ${line}`];
        });
      });
      expect(lacking).toEqual([]);
    },
  };
}
