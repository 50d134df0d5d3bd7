import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { keepPlace, placeOn, readPlace } from "../../../src/shell/main/bounds.ts";

const LEFT = { x: 0, y: 24, width: 1280, height: 936 };
const RIGHT = { x: 1280, y: 0, width: 1920, height: 1080 };
const LEAST = { width: 320, height: 240 };
const at = (x: number, y: number, width = 800, height = 600) => ({ x, y, width, height, maximized: false });

describe("where the window opens", () => {
  it.each([
    { name: "where it was", kept: at(100, 100), screens: [LEFT], place: { x: 100, y: 100, width: 800, height: 600 } },
    { name: "on the other screen", kept: at(1500, 100), screens: [LEFT, RIGHT], place: { x: 1500, y: 100, width: 800, height: 600 } },
    { name: "in its usual place when the screen is gone", kept: at(1500, 100), screens: [LEFT], place: null },
    { name: "in its usual place when hardly any of it would be seen", kept: at(1200, 100), screens: [LEFT], place: null },
    { name: "wholly on the screen", kept: at(900, -50), screens: [LEFT], place: { x: 480, y: 24, width: 800, height: 600 } },
    { name: "no larger than the screen", kept: at(10, 30, 3000, 2000), screens: [LEFT], place: { x: 0, y: 24, width: 1280, height: 936 } },
    { name: "in its usual place when it was too small", kept: at(10, 30, 5, 5), screens: [LEFT], place: null },
    { name: "in its usual place at first", kept: null, screens: [LEFT], place: null },
  ])("$name", ({ kept, screens, place }) => {
    expect(placeOn(kept, screens, LEAST)).toEqual(place);
  });

  it("is kept in a file, and what is no place is not believed", () => {
    const folder = mkdtempSync(join(tmpdir(), "lectern-bounds-"));
    const file = join(folder, "window.json");
    try {
      expect(readPlace(file)).toBeNull();
      keepPlace(file, { ...at(1, 2), maximized: true });
      expect(readPlace(file)).toEqual({ ...at(1, 2), maximized: true });
      expect(readdirSync(folder)).toEqual(["window.json"]);
      for (const text of [
        "",
        "[]",
        "null",
        '{"x":1}',
        '{"x":"1","y":1,"width":1,"height":1,"maximized":false}',
        '{"x":1e99,"y":1,"width":1,"height":1,"maximized":false}',
      ]) {
        writeFileSync(file, text);
        expect(readPlace(file)).toBeNull();
      }
      keepPlace(join(folder, "none", "window.json"), at(1, 2));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
