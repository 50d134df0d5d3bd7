import { createPublicKey, type KeyObject, verify } from "node:crypto";
import { readFileSync } from "node:fs";

/** Where newer Lecterns are, and whose signature they must have. */
export interface UpdatePlace {
  /** A folder of the web, with its closing slash. */
  readonly address: URL;
  readonly key: KeyObject;
}

/** What every signature begins with: it is for nothing else. */
const FOR = "lectern-update";

/**
 * The place that the build was told (`updates.json`: its address, and an Ed25519 key as SPKI in base64); null: none, or half of one.
 * Only https, but for this machine itself.
 */
export function readPlace(file: string): UpdatePlace | null {
  try {
    const { address, key } = JSON.parse(readFileSync(file, "utf8")) as { readonly address?: unknown; readonly key?: unknown };
    if (typeof address !== "string" || typeof key !== "string") return null;
    const url = new URL(address.endsWith("/") ? address : `${address}/`);
    if (url.protocol !== "https:" && !(url.protocol === "http:" && url.hostname === "127.0.0.1")) return null;
    return { address: url, key: createPublicKey({ key: Buffer.from(key, "base64"), format: "der", type: "spki" }) };
  } catch {
    return null;
  }
}

/** What is signed: the name of the list too, so that one can't stand in for another. */
export const signedBytes = (name: string, text: string): Buffer => Buffer.from(`${FOR}\n${name}\n${text}`);

/** Whether a list of that name is of whoever has the key. `signature`: base64. */
export const isSigned = (key: KeyObject, name: string, text: string, signature: string): boolean =>
  verify(null, signedBytes(name, text), key, Buffer.from(signature.trim(), "base64"));

/**
 * The name of a package without its folders. What becomes of it are a file of ours and a word of an installer's command: nothing but plain
 * letters is taken, whoever signed it.
 * @throws Error for any other name
 */
export function plainName(path: string): string {
  const name = path.split(/[\\/]/).at(-1) ?? "";
  if (!/^[A-Za-z0-9][\w.+~-]{0,199}$/.test(name)) throw new Error(`${JSON.stringify(name.slice(0, 60))} is no name of a package.`);
  return name;
}
