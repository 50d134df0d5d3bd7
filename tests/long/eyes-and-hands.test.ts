import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SaidLanguage } from "../../src/model/index.ts";
import { INTERFACE_LANGUAGES } from "../../src/words/index.ts";
import { LOOKS, SIZES, settle, wear } from "../gallery/shots.ts";
import { contrastFaults, focusFaults } from "../journeys/contrast-checks.ts";
import { COLOURS, faultsOf } from "../journeys/faults.ts";
import { letterFaults, orderFaults, roomFaults, spaceOut } from "../journeys/room-checks.ts";
import { openTown, type Town } from "../journeys/town.ts";
import { LISTENERS, leave, openStage, type Stage, VIEWS } from "../journeys/views.ts";

/** All that is checked in this language; what depends on the length and direction of words, in the others. */
const THOROUGH: SaidLanguage = "en";

/** The kinds of control whose ring was looked at, by theme. */
const known = new Map<string, Set<string>>(LOOKS.map((look) => [look, new Set()]));

describe.each(INTERFACE_LANGUAGES)("in %s", (lang) => {
  describe.each(LISTENERS)("for a listener who is %s", (listener) => {
    let town: Town;
    let stage: Stage & { close(): Promise<void> };
    beforeAll(async () => {
      town = await openTown(lang);
      stage = await openStage(town, listener);
      await stage.lectern.resize(1280, 900);
      await stage.page.mouse.move(2, 2);
    });
    afterAll(async () => {
      await stage.close();
      await town.close();
    });

    it.each(VIEWS.filter((view) => view.listener === listener))("$name is for every eye and every hand", async (view) => {
      const { page, lectern } = stage;
      const faults: string[] = [];
      const note = (where: string, found: readonly string[]): void => {
        faults.push(...found.map((fault) => `${where}: ${fault}`));
      };
      await view.open(stage);
      for (const [size, { width, height }] of Object.entries(SIZES)) {
        await lectern.resize(width, height);
        await page.mouse.move(2, 2);
        await settle(page);
        note(size, await roomFaults(page));
        await spaceOut(page, true);
        note(`${size}, spaced out`, await roomFaults(page));
        await spaceOut(page, false);
        for (const look of lang === THOROUGH ? LOOKS : LOOKS.slice(0, 1)) {
          await wear(page, look);
          note(`${size}, ${look}`, await faultsOf(page, look === LOOKS[0] ? undefined : COLOURS));
          if (lang !== THOROUGH) continue;
          // The picture and the page are not of the same moment, and a page may move: what is there twice is there.
          const found = await contrastFaults(page);
          const again = found.length > 0 ? await contrastFaults(page) : [];
          note(
            `${size}, ${look}`,
            found.filter((fault) => again.includes(fault)),
          );
        }
        await wear(page, "light");
      }
      if (lang === THOROUGH) {
        await lectern.resize(1280, 900);
        for (const look of LOOKS) {
          await wear(page, look);
          note(look, await focusFaults(page, known.get(look) ?? new Set()));
        }
        await wear(page, "light");
        if (!view.takesKeys) {
          note("Tab", await orderFaults(page));
          note("letters", [await letterFaults(page)].filter(Boolean));
        }
      }
      await lectern.resize(1280, 900);
      await leave(stage, view);
      // It takes an hour: what is found is told at once.
      if (faults.length > 0) console.error([`${lang}, ${view.name}`, ...faults].join("\n  "));
      expect(faults).toEqual([]);
    });
  });
});
