import { readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Diagnosis, Finding } from "../../model/index.ts";
import { readCrashes, systemName } from "../crashes.ts";
import { examineMachine } from "../examine.ts";
import { readLog } from "../log.ts";

/** Lines of the log that are shown. */
const LINES = 30;

/** A folder without the name of whose it is: what is copied may go to strangers. */
function nameless(finding: Finding): Finding {
  const { folder } = finding.values;
  if (typeof folder !== "string") return finding;
  const own = homedir();
  return { ...finding, values: { ...finding.values, folder: folder.startsWith(own) ? `~${folder.slice(own.length)}` : folder } };
}

/** How this machine and this Lectern are. */
export async function diagnose(home: string, version: string): Promise<Diagnosis> {
  const [last = null] = readCrashes(home);
  const crash = last && { at: last.at, part: last.part, reason: last.reason, version: last.version, ran: last.ran };
  return {
    version,
    system: systemName(),
    findings: (await examineMachine(home)).map(nameless),
    log: readLog(home, LINES),
    crash,
  };
}

/** Whether something crashed that nobody was told of yet. From then on they were. */
export function isNewCrash(home: string): boolean {
  const [last] = readCrashes(home);
  if (!last) return false;
  const file = join(home, "crash-told.json");
  try {
    if ((JSON.parse(readFileSync(file, "utf8")) as { readonly at?: unknown }).at === last.at) return false;
  } catch {
    // None was told yet.
  }
  try {
    writeFileSync(file, JSON.stringify({ at: last.at }), { mode: 0o600 });
  } catch {
    // Then it is told once more.
  }
  return true;
}
