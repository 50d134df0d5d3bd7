import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A disk of its own, as small as a test needs. */
export interface SmallDisk {
  readonly folder: string;
  remove(): void;
}

/** Makes a disk of so many kilobytes; null where that can't be done: it takes Linux and root. */
export function smallDisk(kilobytes: number): SmallDisk | null {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), "lectern-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", folder], { stdio: "ignore" });
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return null;
  }
  return {
    folder,
    remove() {
      execFileSync("umount", ["-l", folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const probe = smallDisk(64);
probe?.remove();
/** Whether small disks can be made here. */
export const HAS_SMALL_DISKS = probe !== null;
