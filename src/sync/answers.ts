import { Failure, type Wire, type WireAnswer } from "../model/index.ts";

/** What a server says, as far as it is believed. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** Most entries of one list that a server sends that are looked at: more than anybody's library has (guess). */
const MOST_ENTRIES = 200_000;

/** Most pages of one list that are asked for: a server that never ends one would be asked for ever (guess: 50,000 items of the smallest pages). */
const MOST_PAGES = 1_000;

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : "The server");

/** A server that answers with something else than what its protocol says. */
export const senseless = (address: string, what: string): Failure =>
  new Failure("refused", `${hostOf(address)} does not answer as such a server does: ${what}.`);

/** Counts the pages of one list. @throws Failure with the one that is too many */
export function pageCounter(address: string): () => void {
  let count = 0;
  return () => {
    count += 1;
    if (count > MOST_PAGES) throw senseless(address, "its list has no end");
  };
}

/** What a JSON answer says. @throws Failure for a status that is none of success, and for what is no JSON */
export function parseAnswer(answer: WireAnswer, address: string): Json {
  checkStatus(answer, address);
  try {
    return JSON.parse(answer.text) as Json;
  } catch (thrown) {
    throw new Failure("refused", `${hostOf(address)} does not answer as such a server does: what came is no JSON.`, { cause: thrown });
  }
}

/** @throws Failure for a status that is none of success */
export function checkStatus({ status, text }: WireAnswer, address: string): void {
  const host = hostOf(address);
  if (status >= 200 && status < 300) return;
  if (status === 401 || status === 403) throw new Failure("sign-in", `${host} does not take this name and password.`);
  if (status === 404 || status === 410) throw new Failure("not-found", `${host} has no such server at this address (status ${status}).`);
  if (status === 408 || status === 504) throw new Failure("timeout", `${host} did not answer in time (status ${status}).`);
  if (status === 429) throw new Failure("busy", `${host} was asked too often (status ${status}). Try again in a few minutes.`);
  if (status >= 500) throw new Failure("site-fault", `${host} has a problem of its own (status ${status}). Try again later.`);
  throw new Failure("refused", `${host} did not take it (status ${status}): ${text.slice(0, 100).replace(/\s+/g, " ")}`);
}

/** A field of an answer; undefined where there is none. Only what is there by itself: no answer can name `__proto__`. */
export const field = (value: Json | undefined, name: string): Json | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value) && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, Json>>)[name]
    : undefined;

/** A list of an answer, empty where there is none. */
export const list = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]).slice(0, MOST_ENTRIES) : [];

/** A text, null where there is none or an empty one. */
export const text = (value: Json | undefined): string | null => (typeof value === "string" && value.trim() !== "" ? value : null);

/** A number or the digits of one as text, null for anything else: what ids are made of. */
export const digits = (value: Json | undefined): string | null => {
  const given = typeof value === "number" && Number.isSafeInteger(value) ? String(value) : value;
  return typeof given === "string" && /^-?\d{1,20}$/.test(given) ? given : null;
};

/** Whether a server means yes. */
export const isYes = (value: Json | undefined): boolean => value === true || value === 1 || value === "1" || value === "true";

/** ISO 8601 of seconds since 1970, null where they are none. */
export function timeOf(value: Json | undefined): string | null {
  const seconds = Number(typeof value === "number" || typeof value === "string" ? value : Number.NaN);
  const LATEST = 8.64e12;
  return Number.isFinite(seconds) && seconds > 0 && seconds < LATEST ? new Date(seconds * 1000).toISOString() : null;
}

/** A list in parts of at most so many. */
export function* parts<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
}

/**
 * Tries the doors that such a server may have, one after the other. Answers with the first that opens.
 * @throws Failure `sign-in` as soon as one says so; else what the first one came to
 */
export async function firstDoor<T>(doors: readonly string[], open: (door: string) => Promise<T>, signal: AbortSignal): Promise<T> {
  let first: unknown = null;
  for (const door of doors) {
    try {
      return await open(door);
    } catch (thrown) {
      signal.throwIfAborted();
      first ??= thrown;
      // Another path of the same host has the same line.
      if (!(thrown instanceof Failure) || !["refused", "not-found", "unsupported"].includes(thrown.code)) throw thrown;
    }
  }
  throw first;
}

/** The address without what comes after its path, and without a slash at its end. @throws Failure `bad-input` */
export function baseOf(address: string): string {
  const given = /^[a-z][a-z0-9+.-]*:\/\//i.test(address.trim()) ? address.trim() : `https://${address.trim()}`;
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url?.protocol !== "http:" && url?.protocol !== "https:") throw new Failure("bad-input", "This is not an http or https address.");
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}

/** Sends a form. */
export const postForm = (
  wire: Wire,
  address: string,
  fields: readonly (readonly [string, string])[],
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<WireAnswer> =>
  wire(
    {
      method: "POST",
      address,
      headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString(),
    },
    signal,
  );
