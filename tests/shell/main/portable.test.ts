import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { PORTABLE_FOLDER, portableHome } from "../../../src/shell/main/portable.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-portable-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it("keeps everything beside the program only where the folder for it is there", async () => {
  const program = join(folder, "lectern");
  expect(portableHome({ environment: {}, program })).toBeNull();
  await mkdir(join(folder, PORTABLE_FOLDER));
  expect(portableHome({ environment: {}, program })).toBe(join(folder, PORTABLE_FOLDER));
});

it("looks beside an AppImage's file, not beside the program in it", async () => {
  await mkdir(join(folder, "stick", PORTABLE_FOLDER), { recursive: true });
  const environment = { APPIMAGE: join(folder, "stick", "Lectern.AppImage") };
  expect(portableHome({ environment, program: "/tmp/.mount_Lectern/lectern" })).toBe(join(folder, "stick", PORTABLE_FOLDER));
});

it("always keeps everything beside the portable program of Windows", () => {
  expect(portableHome({ environment: { PORTABLE_EXECUTABLE_DIR: folder }, program: "x" })).toBe(join(folder, PORTABLE_FOLDER));
});
