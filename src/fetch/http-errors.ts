import { networkInterfaces } from "node:os";
import { Failure, type FailureCode } from "../model/index.ts";

/** What the codes of Node, OpenSSL and zlib mean to a person. The first that fits. */
const MEANINGS: readonly (readonly [RegExp, FailureCode, (host: string) => string])[] = [
  [/^ENOTFOUND$/, "unknown-host", (host) => `There is no site ${host}.`],
  [/^EAI_/, "offline", (host) => `The address of ${host} could not be looked up.`],
  [/^ETIMEDOUT$/, "timeout", (host) => `${host} did not answer in time.`],
  [
    /^(CERT_|ERR_TLS_|ERR_SSL_|EPROTO|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH|CRL_|INVALID_CA)/,
    "refused",
    (host) => `The connection to ${host} is not safe: its certificate can't be trusted.`,
  ],
  [/^HPE_HEADER_OVERFLOW$/, "refused", (host) => `${host} sent too many headers.`],
  [/^HPE_/, "refused", (host) => `${host} does not answer as a web site does.`],
  [/^(Z_|ERR_BROTLI|ERR__ERROR_FORMAT|ERR_PADDING|ERR_)/, "refused", (host) => `What ${host} sent is damaged.`],
  [/^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|EHOST)/, "unreachable", (host) => `The connection to ${host} failed.`],
  [/^(ECONN|ENET|EADDR|EACCES|EPERM)/, "offline", (host) => `The connection to ${host} failed.`],
];

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  // Both address families failed: one of the errors says why as well as the other.
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (code !== "") return code;
  return error.cause === undefined ? error.name : codeOf(error.cause);
}

/** Whether this machine has an address beside its own loopback: without one, no name is found. */
const isConnected = (): boolean =>
  Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ internal }) => !internal) ?? false);

/** The failure that a network error is to a person. What we have never heard of stays as it is: a bug. */
export function describeError(error: unknown, host: string): unknown {
  if (error instanceof Failure) return error;
  const code = codeOf(error);
  for (const [pattern, meaning, message] of MEANINGS)
    if (pattern.test(code)) {
      const lost = meaning === "unknown-host" && !isConnected();
      return new Failure(lost ? "offline" : meaning, message(host), { cause: error });
    }
  return error;
}
