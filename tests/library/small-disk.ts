import { execFileSync, spawn } from "node:child_process";
import { accessSync, constants, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
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

/** A disk with a file system that can fail as real ones do. */
export interface FaultyDisk extends SmallDisk {
  /** The system found a fault of the disk, and lets nobody write any more. */
  fail(): void;
  /** Whoever writes waits, for so many seconds. */
  stall(seconds: number): void;
  /** Takes it away with all that is on it, as whoever pulls a plug. */
  unplug(): void;
  /** Brings it back. */
  plug(): void;
}

/** Makes one of so many megabytes; null where that can't be done: it takes Linux, root and a loop device. */
export function faultyDisk(megabytes: number): FaultyDisk | null {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return null;
  const home = mkdtempSync(join(tmpdir(), "lectern-disk-"));
  const folder = join(home, "disk");
  let image = join(home, "image");
  const run = (command: string, ...given: string[]): string =>
    execFileSync(command, given, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const plug = (): void => void run("mount", "-o", "loop,errors=remount-ro", image, folder);
  const unplug = (): void => void run("umount", "-l", folder);
  const device = (): string => run("findmnt", "-no", "SOURCE", folder).trim().replace("/dev/", "");
  try {
    mkdirSync(folder);
    run("truncate", "-s", `${megabytes}M`, image);
    run("mkfs.ext4", "-q", "-F", "-m", "0", image);
    plug();
    accessSync(`/sys/fs/ext4/${device()}/trigger_fs_error`, constants.W_OK);
  } catch {
    rmSync(home, { recursive: true, force: true });
    return null;
  }
  return {
    folder,
    fail: () => writeFileSync(`/sys/fs/ext4/${device()}/trigger_fs_error`, "test"),
    stall(seconds) {
      run("fsfreeze", "-f", folder);
      spawn("sh", ["-c", 'sleep "$1"; fsfreeze -u "$2"', "sh", `${seconds}`, folder], { stdio: "ignore" });
    },
    unplug,
    plug() {
      // Who still has a file of the old one open would keep it as it was.
      const again = `${image}-again`;
      copyFileSync(image, again);
      image = again;
      plug();
    },
    remove() {
      try {
        unplug();
      } catch {
        // It is not plugged in.
      }
      rmSync(home, { recursive: true, force: true });
    },
  };
}

const probed = faultyDisk(8);
probed?.remove();
/** Whether disks that fail can be made here. */
export const HAS_FAULTY_DISKS = probed !== null;
