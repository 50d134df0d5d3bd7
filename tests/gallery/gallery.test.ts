import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from "../../src/words/index.ts";
import { openTown } from "../journeys/town.ts";
import { LISTENERS, leave, openStage, VIEWS } from "../journeys/views.ts";
import { GALLERY, isWanted, LOOKS, readWanted, type Shot, SIZES, settle, wear, writeIndex } from "./shots.ts";

/** A language each of: short words, long words, from the right, without spaces. */
const LANGUAGES: readonly InterfaceLanguage[] = ["en", "de", "ar", "zh"];

const wanted = readWanted();
const languages = wanted.lang.length > 0 ? INTERFACE_LANGUAGES.filter((lang) => wanted.lang.includes(lang)) : LANGUAGES;
const looks = LOOKS.filter((look) => isWanted(wanted.theme, look));
const sizes = [
  ...Object.entries(SIZES).filter(([name]) => isWanted(wanted.size, name.replace(" %", ""))),
  ...wanted.size.flatMap((size): [string, { width: number; height: number }][] => {
    const [width = 0, height = 0] = size.split("x").map(Number);
    return height > 0 ? [[size, { width, height }]] : [];
  }),
];
const shots: Shot[] = [];

afterAll(() => writeIndex(shots));

describe.each(languages)("in %s", (lang) => {
  it.each(LISTENERS)("for a listener who is %s", async (listener) => {
    const views = VIEWS.filter((view) => view.listener === listener);
    if (!views.some((view) => isWanted(wanted.view, view.name))) return;
    const town = await openTown(lang);
    const stage = await openStage(town, listener);
    const { page, lectern } = stage;
    try {
      await lectern.resize(1280, 900);
      for (const view of views) {
        const isShot = isWanted(wanted.view, view.name);
        if (!isShot && listener === "reader") continue;
        await view.open(stage).catch((error: Error) => {
          throw new Error(`${view.name}: ${error.message}`, { cause: error });
        });
        for (const [size, { width, height }] of isShot ? sizes : []) {
          await lectern.resize(width, height);
          // Out of the way: what the pointer is over looks different.
          await page.mouse.move(2, 2);
          await settle(page);
          const folder = join(lang, `${width}x${height}`, view.name);
          await rm(join(GALLERY, folder), { recursive: true, force: true });
          await mkdir(join(GALLERY, folder), { recursive: true });
          for (const look of looks) {
            await wear(page, look);
            const file = join(folder, `${look}.png`);
            await page.screenshot({ path: join(GALLERY, file) });
            shots.push({ view: view.name, lang, size, look, file });
          }
        }
        if (isShot) {
          await wear(page, "light");
          await lectern.resize(1280, 900);
        }
        await leave(stage, view);
      }
    } finally {
      await stage.close();
      await town.close();
    }
    expect(shots.length).toBeGreaterThan(0);
  });
});
