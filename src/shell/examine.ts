import { constants } from "node:fs";
import { access, mkdtemp, readFile, rm, statfs } from "node:fs/promises";
import { homedir, release, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Finding } from "../model/index.ts";
import { readCrashes } from "./crashes.ts";

/** Less room than a refresh of some feeds and a few articles with their pictures take, bytes (guess). */
const LEAST_ROOM = 200_000_000;

/** Whether a path can be used in a way of `constants`. */
export const isThere = (path: string, mode: number): Promise<boolean> =>
  access(path, mode).then(
    () => true,
    () => false,
  );

/** The nearest folder above that is there. */
async function standing(path: string): Promise<string> {
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) if (await isThere(folder, constants.F_OK)) return folder;
  return homedir();
}

async function disk(home: string): Promise<Finding> {
  const folder = await standing(home);
  if (!(await isThere(folder, constants.W_OK))) return { what: "disk", state: "wrong", says: "check.no-write", values: { folder } };
  const { bavail, bsize } = await statfs(folder);
  const values = { free: (bavail * bsize) / 1e6 };
  if (bavail * bsize >= LEAST_ROOM) return { what: "disk", state: "fine", says: "check.disk", values };
  return { what: "disk", state: "wrong", says: "check.full", values };
}

async function temporary(): Promise<Finding> {
  try {
    await rm(await mkdtemp(join(tmpdir(), "lectern-doctor-")), { recursive: true });
    return { what: "temporary", state: "fine", says: "check.temporary", values: {} };
  } catch {
    return { what: "temporary", state: "wrong", says: "check.no-write", values: { folder: tmpdir() } };
  }
}

/** What Linux lets an ordinary user's program do, "" where the system does not say. */
const setting = (path: string): Promise<string> =>
  readFile(`/proc/sys/${path}`, "utf8").then(
    (text) => text.trim(),
    () => "",
  );

async function sandbox(): Promise<Finding> {
  const fine = (system: string): Finding => ({ what: "sandbox", state: "fine", says: "check.sandbox", values: { system } });
  if (process.platform !== "linux") return fine(`${process.platform} ${release()}`);
  if (process.getuid?.() === 0) return { what: "sandbox", state: "wrong", says: "check.root", values: {} };
  const [clone, most, restricted] = await Promise.all(
    ["kernel/unprivileged_userns_clone", "user/max_user_namespaces", "kernel/apparmor_restrict_unprivileged_userns"].map(setting),
  );
  if (clone === "0" || most === "0" || restricted === "1") return { what: "sandbox", state: "wrong", says: "check.no-sandbox", values: {} };
  return fine(`Linux ${release()}`);
}

function crashes(home: string): Finding {
  const [last, ...others] = readCrashes(home);
  if (!last) return { what: "crashes", state: "fine", says: "check.no-crash", values: {} };
  const { part, at, reason } = last;
  return { what: "crashes", state: "note", says: "check.crash", values: { part, at, reason, count: others.length } };
}

/** Looks at what the machine gives a Lectern that keeps its things in `home`: nothing is changed but a file that is made and removed. */
export async function examineMachine(home: string): Promise<readonly Finding[]> {
  return [await disk(home), await temporary(), await sandbox(), crashes(home)];
}
