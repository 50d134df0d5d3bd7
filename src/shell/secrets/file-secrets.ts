import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Secrets } from "../../app/index.ts";
import { Failure } from "../../model/index.ts";
import type { Sealer } from "./sealer.ts";

type Kept = { readonly sealed: string } | { readonly clear: string };

/** Where the secrets are that belong to a library. */
export const secretsBeside = (library: string): string => join(dirname(library), "secrets.json");

/** Readable for its owner only. */
const OWN = 0o600;

const isKept = (value: unknown): value is Kept => {
  const { sealed, clear } = Object(value) as Readonly<Record<string, unknown>>;
  return typeof sealed === "string" || typeof clear === "string";
};

/**
 * Secrets in a file of their own, beside the library and in none of its backups: locked by the system's keychain, or as they are where the
 * person said so. Nobody else can read the file.
 * @param sealer null: the keychain can't be reached from here
 */
export function fileSecrets(file: string, sealer: Sealer | null): Secrets {
  const read = async (): Promise<Map<string, Kept>> => {
    try {
      const parsed: unknown = JSON.parse(await readFile(file, "utf8"));
      return new Map(
        Object.entries(Object(parsed) as Readonly<Record<string, unknown>>).filter((entry): entry is [string, Kept] => isKept(entry[1])),
      );
    } catch {
      // What is not there, or can't be read, is asked for again.
      return new Map();
    }
  };
  const write = async (kept: ReadonlyMap<string, Kept>): Promise<void> => {
    const aside = `${file}.new-${process.pid}`;
    try {
      if (kept.size === 0) {
        await rm(file, { force: true });
        return;
      }
      await writeFile(aside, JSON.stringify(Object.fromEntries(kept)), { mode: OWN, flush: true });
      await rename(aside, file);
    } catch (thrown) {
      await rm(aside, { force: true }).catch(() => {});
      throw new Failure("storage", "The password could not be kept: the folder can’t be written to.", { cause: thrown });
    }
  };
  return {
    hasKeychain: async () => (await sealer?.canSeal()) ?? false,
    async keep(name, text, how) {
      const sealed = how === "keychain" ? await sealer?.seal(text) : null;
      if (how === "keychain" && !sealed) throw new Failure("storage", "The system’s keychain did not take the password.");
      await write((await read()).set(name, sealed ? { sealed } : { clear: text }));
    },
    async find(name) {
      const kept = (await read()).get(name);
      if (!kept) return null;
      return "clear" in kept ? kept.clear : ((await sealer?.open(kept.sealed)) ?? null);
    },
    async drop(name) {
      const all = await read();
      if (all.delete(name)) await write(all);
    },
  };
}
