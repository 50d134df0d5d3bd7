import { describe, expect, it } from "vitest";
import type { SaidLanguage } from "../../src/model/index.ts";
import { PSEUDO_LOCALES } from "../../src/words/index.ts";
import { cutsOf } from "../journeys/cuts.ts";
import { soon } from "../journeys/eyes.ts";
import { openTown } from "../journeys/town.ts";
import { LISTENERS, leave, openStage, VIEWS } from "../journeys/views.ts";

/** Longer words, from the right, long words, another alphabet, from the right, and no spaces. */
const SPOKEN: readonly (readonly [string, SaidLanguage])[] = [
  ["en-XA", "en"],
  ["ar-XB", "en"],
  ["de", "de"],
  ["ru", "ru"],
  ["ar", "ar"],
  ["zh", "zh"],
];
/** A desk's window, and the same at 400 %. */
const SIZES = [
  { width: 1280, height: 900 },
  { width: 320, height: 256 },
] as const;

/** `LECTERN_VIEWS=settings,help`: only these. */
const wanted = (process.env.LECTERN_VIEWS ?? "").split(",").filter(Boolean);

describe.each(SPOKEN)("in %s", (spoken, lang) => {
  it.each(LISTENERS)("no word is cut or lies over another, for a listener who is %s", async (listener) => {
    const isPseudo = Object.hasOwn(PSEUDO_LOCALES, spoken);
    if (isPseudo) process.env.LECTERN_SPEAK = spoken;
    const town = await openTown(lang);
    const stage = await openStage(town, listener);
    const wrong: string[] = [];
    try {
      const { page, lectern } = stage;
      await lectern.resize(1280, 900);
      // Where words were left in English, no bracket stands around them.
      if (isPseudo) await soon(async () => expect(await page.evaluate(() => document.body.textContent)).toContain("⟦"));
      for (const view of VIEWS.filter((one) => one.listener === listener)) {
        const isChecked = wanted.length === 0 || wanted.includes(view.name);
        if (!isChecked && listener === "reader") continue;
        await view.open(stage).catch((error: Error) => {
          throw new Error(`${view.name}: ${error.message}`, { cause: error });
        });
        for (const { width, height } of isChecked ? SIZES : []) {
          await lectern.resize(width, height);
          await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
          wrong.push(...(await cutsOf(page)).map((cut) => `${view.name} at ${width} × ${height}: ${cut}`));
        }
        await lectern.resize(1280, 900);
        await leave(stage, view);
      }
    } finally {
      delete process.env.LECTERN_SPEAK;
      await stage.close();
      await town.close();
    }
    expect(wrong).toEqual([]);
  });
});
