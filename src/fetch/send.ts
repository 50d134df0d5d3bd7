import { Failure, type WireAnswer, type WireRequest } from "../model/index.ts";
import { ask } from "./ask.ts";
import { decodeBody } from "./decode-body.ts";
import { drop, redirectTarget, USER_AGENT, withoutSecrets } from "./http.ts";
import { describeError } from "./http-errors.ts";
import { DEFAULT_LIMITS, type Limits } from "./limits.ts";
import { reachOf } from "./own-network.ts";

/** Most bytes of one answer: 200 whole articles, or the ids of a large library (guess). */
const BYTES = 50_000_000;
/** Seconds for one request: a server that looks for a feed asks its site first (guess). */
const TOTAL = 60;
/** Longest silence, seconds: the same. */
const STALL = 30;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Sends a request that carries somebody's password or session to the server that they named, and answers with what it says whatever the
 * status. It goes nowhere else: a redirect is followed on the same host only, and never from https to http. Certificates are always checked.
 * @throws Failure `offline`, `unknown-host`, `unreachable`, `refused`, `timeout`, `too-large`, `bad-input`; the signal's reason
 */
export async function sendRequest(request: WireRequest, signal: AbortSignal, limits: Partial<Limits> = {}): Promise<WireAnswer> {
  signal.throwIfAborted();
  const start = URL.canParse(request.address) ? new URL(request.address) : null;
  if (start?.protocol !== "http:" && start?.protocol !== "https:") throw new Failure("bad-input", "This is not an http or https address.");
  const { bytes, total, stall, redirects } = { ...DEFAULT_LIMITS, bytes: BYTES, total: TOTAL, stall: STALL, ...limits };
  const late = AbortSignal.timeout(Math.ceil(total * 1000));
  try {
    return await follow(request, start, AbortSignal.any([signal, late]), { bytes, stall, redirects });
  } catch (thrown) {
    signal.throwIfAborted();
    if (late.aborted) throw new Failure("timeout", `No whole answer came within ${total} seconds.`, { cause: thrown });
    throw describeError(thrown, start.host);
  }
}

async function follow(
  { method, headers, body }: WireRequest,
  start: URL,
  signal: AbortSignal,
  { bytes, stall, redirects }: Pick<Limits, "bytes" | "stall" | "redirects">,
): Promise<WireAnswer> {
  let address = withoutSecrets(start);
  // They typed the server's address, and their password goes there and nowhere else: it may be at home.
  const reach = reachOf([start.origin], start);
  for (let hop = 0; hop <= redirects; hop++) {
    const length = body === null ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const own = { ...headers, ...length, "user-agent": USER_AGENT, accept: "application/json, text/plain;q=0.9, */*;q=0.5" };
    const answer = await ask(address, { method, headers: { ...own, "accept-encoding": "gzip, br, deflate" }, body, stall, signal, reach });
    const { location } = answer.headers;
    if (REDIRECTS.has(answer.statusCode ?? 0) && location !== undefined) {
      drop(answer);
      const target = withoutSecrets(redirectTarget(location, address));
      if (target.hostname !== address.hostname || (address.protocol === "https:" && target.protocol === "http:"))
        throw new Failure(
          "refused",
          `${address.host} sends you on to ${target.host}. Your password goes to no other place: give that address yourself if you trust it.`,
        );
      address = target;
      continue;
    }
    try {
      const packed = ([answer.headers["content-encoding"]].flat()[0] ?? "").trim();
      const found = await decodeBody(answer, packed, () => bytes);
      return { status: answer.statusCode ?? 0, text: new TextDecoder().decode(found) };
    } finally {
      drop(answer);
    }
  }
  throw new Failure("refused", `${start.host} redirected more than ${redirects} times.`);
}
