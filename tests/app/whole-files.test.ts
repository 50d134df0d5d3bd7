import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { writeWhole } from "../../src/app/edition/files.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-whole-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** How much is written at a time. */
const ROOM = 1 << 20;

it.each([
  { sizes: [] },
  { sizes: [0, 5, 0] },
  { sizes: [ROOM, 1] },
  { sizes: [ROOM - 1, 1, 1] },
  { sizes: [3, ROOM + 7, 3, 2 * ROOM, 9] },
  { sizes: Array.from({ length: 70 }, (_, at) => at * 997) },
])("writes parts that hold only until the next is asked for: %o", async ({ sizes }) => {
  const room = Buffer.alloc(Math.max(1, ...sizes));
  const all = Buffer.concat(sizes.map((size, at) => Buffer.alloc(size, at + 1)));
  async function* parts() {
    for (const [at, size] of sizes.entries()) {
      room.fill(at + 1);
      yield room.subarray(0, size);
      room.fill(0);
    }
  }
  const path = join(folder, "file");
  expect(await writeWhole(path, `${path}.part`, parts(), true)).toBe(all.length);
  expect((await readFile(path)).equals(all)).toBe(true);
});
