import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { takeFolder } from "../../src/app/edition/job-folder.ts";

let jobs: string;
beforeEach(async () => {
  jobs = await mkdtemp(join(tmpdir(), "lectern-job-"));
});
afterEach(() => rm(jobs, { recursive: true, force: true }));

describe("the folder of an edition", () => {
  it.runIf(process.platform === "linux")("is refused at once where none can be made", async () => {
    await expect(takeFolder("/proc/nowhere/jobs", "one")).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("is taken from a process that was killed, also where another has its number now", async () => {
    for (const owner of ["", "0", "-1", "99999999", "99999999 12", `${process.ppid} 12`, "nobody"]) {
      const { folder, leave } = await takeFolder(jobs, "one");
      await writeFile(join(folder, "owner"), owner);
      const again = await takeFolder(jobs, "one");
      expect(again.folder, owner).toBe(folder);
      await leave();
    }
  });

  it("is cleared away: at once with nothing in it, else after a day", async () => {
    const lies = async (name: string, files: readonly string[], hours: number): Promise<void> => {
      await mkdir(join(jobs, name));
      for (const file of files) await writeFile(join(jobs, name, file), "99999999 12");
      const then = new Date(Date.now() - hours * 3_600_000);
      await utimes(join(jobs, name), then, then);
    };
    await lies("empty", [], 1);
    await lies("begun", ["owner"], 1);
    await lies("just-begun", [], 0);
    await lies("kept", ["owner", "plan.json"], 23);
    await lies("old", ["owner", "plan.json"], 25);
    await takeFolder(jobs, "one");
    expect((await readdir(jobs)).sort()).toEqual(["just-begun", "kept", "one"]);
  });

  it.runIf(process.platform === "linux")("is not taken from one that works in it", async () => {
    const { folder } = await takeFolder(jobs, "one");
    const status = await readFile(`/proc/${process.ppid}/stat`, "utf8");
    await writeFile(join(folder, "owner"), `${process.ppid} ${status.slice(status.lastIndexOf(")") + 2).split(" ")[19]}`);
    await expect(takeFolder(jobs, "one")).rejects.toMatchObject({ code: "in-use" });
  });
});
