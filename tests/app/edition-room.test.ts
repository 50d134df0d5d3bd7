import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { needRoom } from "../../src/app/edition/files.ts";
import { HAS_SMALL_DISKS, type SmallDisk, smallDisk } from "../library/small-disk.ts";

let disk: SmallDisk | null = null;
afterEach(() => disk?.remove());

describe.runIf(HAS_SMALL_DISKS)("the room for an edition", () => {
  it("can be most of a small disk", async () => {
    disk = smallDisk(4_000);
    await needRoom(disk?.folder ?? "", 3_800_000);
  });

  it("is told as it is, with what is left for others", async () => {
    disk = smallDisk(4_000);
    const folder = disk?.folder ?? "";
    await writeFile(join(folder, "other"), new Uint8Array(2_048_000));
    await expect(needRoom(folder, 1_900_000)).rejects.toMatchObject({
      code: "storage",
      message: expect.stringMatching(/needs about 2 MB in .*\. 2 MB are free there, and 205 kB stay free for other programs\./),
    });
    await expect(needRoom(folder, 1_800_000)).resolves.toBeUndefined();
  });
});
