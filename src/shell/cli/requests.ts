import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { CommanderError } from "commander";
import { Failure, type SourceRequest, toFailure } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { oneLine } from "./one-line.ts";
import { tell, writeJsonLine } from "./output.ts";

/** Options that say what a file does not say of itself. */
export interface SaidOptions {
  readonly url?: string;
  readonly type?: string;
  readonly lang?: string;
}

/** Options that put left-out texts back and leave texts out, by the ids of the audit and of blocks. */
export interface ChoiceOptions {
  readonly putBack?: readonly string[];
  readonly leaveOut?: readonly string[];
}

/** The same as the app wants them. */
export const chosen = ({ putBack = [], leaveOut = [] }: ChoiceOptions): Required<ChoiceOptions> => ({ putBack, leaveOut });

/** Ends a command as wrong usage, with one line that says what is right. */
export function wrongUsage(message: string): never {
  tell(`error: ${message}`);
  throw new CommanderError(2, "lectern.usage", message);
}

/** Most that is read from standard input, bytes: as much as a document may have. What is larger than a page may be is refused later. */
const LARGEST_INPUT = 100_000_000;

/** All of a stream. @throws Failure `too-large` */
export async function readAll(stream: Readable): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    const bytes = Buffer.from(part as Uint8Array);
    size += bytes.length;
    if (size > LARGEST_INPUT) throw new Failure("too-large", "Standard input has more than 100 MB. Give the part that is the article.");
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

const said = (options: SaidOptions): { url: string | null; type: string | null; lang: string | null } => ({
  url: options.url ?? null,
  type: options.type ?? null,
  lang: options.lang ?? null,
});

/** What `ADDRESS` on the command line asks for; `-` is standard input. */
export async function requestOf(address: string, options: SaidOptions): Promise<SourceRequest> {
  if (address === "-") return { kind: "content", content: await readAll(process.stdin), ...said(options) };
  return { kind: "address", address, typed: true, ...said(options) };
}

/** The host of an address, "" where it is none of the web. */
const hostOf = (address: string): string => (/^https?:/i.test(address) && URL.canParse(address) ? new URL(address).host : "");

/** The same work; what fails names what it is of, unless its words do. `among` others: a host alone would not say which. */
export async function naming<T>(address: string, work: Promise<T>, { among }: { readonly among: number } = { among: 1 }): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    if (!(thrown instanceof Failure) || address === "-") throw thrown;
    const name = oneLine(address);
    const host = hostOf(address);
    // A short name of a file is a part of many a word.
    const isNamed = name.length > 3 ? thrown.message.includes(name) : thrown.message.startsWith(`${name}: `);
    if (isNamed || (among === 1 && host !== "" && thrown.message.includes(host))) throw thrown;
    throw new Failure(thrown.code, `${name}: ${thrown.message}`, { cause: thrown });
  }
}

/** One line of a batch: an address, or a JSON object `{"address" or "content" or "base64", "url", "type", "lang", "headers"}`. @throws Failure `bad-input` */
export function requestOfLine(line: string, options: SaidOptions): SourceRequest {
  if (!line.startsWith("{")) return { kind: "address", address: line, typed: true, ...said(options) };
  let item: unknown;
  try {
    item = JSON.parse(line);
  } catch (thrown) {
    throw new Failure("bad-input", `This line is no JSON: ${toFailure(thrown).message}`);
  }
  const fields = item as Readonly<Record<string, unknown>>;
  const text = (name: string): string | undefined => {
    const value = fields[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== "string") throw new Failure("bad-input", `"${name}" must be a text.`);
    return value;
  };
  const header = headersOf(fields.headers);
  const url = text("url") ?? options.url ?? null;
  const own = {
    url: placed(header("content-location"), url) ?? url,
    type: text("type") ?? header("content-type") ?? options.type ?? null,
    lang: text("lang") ?? header("content-language")?.split(",")[0]?.trim() ?? options.lang ?? null,
  };
  const content = text("content");
  if (content !== undefined) return { kind: "content", content, ...own };
  const base64 = text("base64");
  if (base64 !== undefined) return { kind: "content", content: Buffer.from(base64, "base64"), ...own };
  const address = text("address");
  if (address === undefined) throw new Failure("bad-input", 'A line needs "address", "content" or "base64".');
  return { kind: "address", address, typed: true, ...own };
}

/** What the headers of a kept response say, by name in lower case. @throws Failure `bad-input` */
function headersOf(value: unknown): (name: string) => string | null {
  if (value === undefined || value === null) return () => null;
  if (typeof value !== "object" || Array.isArray(value)) throw new Failure("bad-input", '"headers" must be an object of texts.');
  const headers = new Map(Object.entries(value).map(([name, text]) => [name.toLowerCase(), text]));
  return (name) => {
    const text = headers.get(name);
    return typeof text === "string" && text.trim() !== "" ? text : null;
  };
}

/** Where a header says that content really is (RFC 9110, Content-Location), null where it says nothing that can be believed. */
function placed(location: string | null, url: string | null): string | null {
  return location !== null && URL.canParse(location, url ?? undefined) ? new URL(location, url ?? undefined).href : null;
}

/**
 * Answers a list of requests, a line each, in order and one at a time, as soon as each is done. `list` is a file, or `-` for
 * standard input. A failure is answered in its place, with the address that it is of, and does not end the batch.
 * @throws Failure `not-found` when the list can't be read
 */
export async function runBatch(
  list: string,
  options: SaidOptions,
  answer: (request: SourceRequest) => Promise<unknown>,
  signal: AbortSignal,
): Promise<void> {
  const input = list === "-" ? process.stdin : createReadStream(list);
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  const broken = new Promise<never>((_, reject) => {
    input.once("error", (thrown: Error) => reject(new Failure("not-found", words("terminal.no-list", { list }), { cause: thrown })));
  });
  const run = async (): Promise<void> => {
    for await (const line of lines) {
      signal.throwIfAborted();
      if (line.trim() === "") continue;
      let result: unknown;
      let request: SourceRequest | null = null;
      try {
        request = requestOfLine(line.trim(), options);
        result = await answer(request);
      } catch (thrown) {
        const { code, message } = toFailure(thrown);
        const address = request?.kind === "address" ? request.address : request?.url;
        result = { code, message, ...(address ? { address } : {}) };
      }
      await writeJsonLine(result);
    }
  };
  await Promise.race([run(), broken]);
}
