// Tells whether `out/` was built from the sources as they are now: by their content, so that a checkout or a copy that changes only
// times builds nothing.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const STAMP = "out/stamp.txt";

/**
 * A hash of everything that the build reads.
 * @param {{ root?: string, production?: boolean }} [options]
 */
export function sourceStamp({ root = ROOT, production = true } = {}) {
  const hash = createHash("sha256").update(production ? "production" : "development");
  const files = ["package.json", "package-lock.json", "scripts/build.mjs", "scripts/espeak-quick.mjs"];
  for (const folder of ["src", "assets", "scripts/espeak-quick", "scripts/notices"])
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
      if (entry.isFile()) files.push(join(entry.parentPath ?? entry.path, entry.name).slice(root.length));
  for (const file of files.sort()) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

/** Whether `out/` is as old as the sources. */
export function isBuilt({ root = ROOT, production = true } = {}) {
  try {
    return readFileSync(join(root, STAMP), "utf8") === sourceStamp({ root, production });
  } catch {
    return false;
  }
}

/** The stamp's place in a build. */
export const STAMP_FILE = "stamp.txt";
