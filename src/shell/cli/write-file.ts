import { randomUUID } from "node:crypto";
import { realpath, stat } from "node:fs/promises";
import { existing, storageFailure, writeWhole } from "../../app/index.ts";
import { Failure } from "../../model/index.ts";

/**
 * Writes a text into a file that only appears whole. A link's target is written.
 * @throws Failure `bad-input` for devices and pipes, which might never take it, and for a file that is there already, unless it may be
 * replaced (`force`); `storage`
 */
export async function writeNewFile(path: string, text: string, force: boolean): Promise<void> {
  const real = await realpath(path).catch(() => path);
  const found = await stat(real).catch(() => null);
  try {
    if (found?.isDirectory()) throw Object.assign(new Error(path), { code: "EISDIR" });
    if (found && !found.isFile()) throw new Failure("bad-input", `${path} is no ordinary file. Give the name of a new file.`);
    if (found && !force) throw existing(path);
    const aside = `${real}.${randomUUID().slice(0, 8)}.part`;
    await writeWhole(real, aside, [Buffer.from(text)], force);
  } catch (thrown) {
    throw storageFailure(thrown, path);
  }
}
