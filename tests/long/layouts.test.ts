import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../journeys/harness.ts";
import { LAYOUTS } from "../journeys/keyboard-layout.ts";

describe.runIf(process.platform === "linux")("every key of every command acts once", () => {
  it.each(LAYOUTS.map((layout, number) => ({ number, name: [layout.name, layout.variant].filter(Boolean).join(" ") })))(
    "on the layout $name",
    ({ number }) => {
      const vitest = join(ROOT, "node_modules/vitest/vitest.mjs");
      const chosen = ["tests/journeys/keys.test.ts", "-t", "each key acts exactly once"];
      const { status, stdout } = spawnSync(
        process.execPath,
        [vitest, "run", "--config", "tests/vitest.config.ts", "--project", "journeys", ...chosen],
        { cwd: ROOT, encoding: "utf8", env: { ...process.env, LECTERN_LAYOUT: String(number), NO_COLOR: "1" } },
      );
      expect(status, stdout).toBe(0);
      expect(stdout).toMatch(/Tests +\d{2,} passed/);
    },
  );
});
