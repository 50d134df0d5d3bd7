import { lstatSync, mkdirSync, mkdtempSync } from "node:fs";
import { join } from "node:path";

/**
 * A folder for temporary files that nobody else can read or put something into. The usual one, made where it is missing; where somebody
 * else made it before, or a link stands in its place, a new one with a name that cannot be known.
 */
export function temporaryFolder(parent: string, user = process.getuid?.()): string {
  const usual = join(parent, `lectern-${user ?? "user"}`);
  try {
    mkdirSync(usual, { recursive: true, mode: 0o700 });
    const found = lstatSync(usual);
    // Windows keeps a user's temporary folder to the user; its files have no such marks.
    if (found.isDirectory() && (user === undefined || (found.uid === user && (found.mode & 0o077) === 0))) return usual;
  } catch {
    // A file or a broken link stands there.
  }
  return mkdtempSync(join(parent, "lectern-"));
}
