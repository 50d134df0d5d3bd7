import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";

/** The scheme and host that the page and all its parts come from. */
export const PAGE_SCHEME = "app";
const PAGE_HOST = "lectern";

/** Where the page begins. */
export const PAGE_ADDRESS = `${PAGE_SCHEME}://${PAGE_HOST}/index.html`;

/**
 * What the page may do: its own scripts, styles, fonts and pictures, and blobs that it made of what the host gave it. No network, no
 * frames, no forms, no scripts from strings.
 */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".wav": "audio/wav",
};

/** Whether an address is of our page. */
export function isPageAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  return protocol === `${PAGE_SCHEME}:` && host === PAGE_HOST;
}

/**
 * The file that an address of the page stands for; null for anything that is not inside `folder`, is not ours or is of no kind that a
 * page needs.
 */
export function pageFile(folder: string, address: string): string | null {
  if (!isPageAddress(address)) return null;
  let path: string;
  try {
    path = decodeURIComponent(new URL(address).pathname);
  } catch {
    return null;
  }
  // A backslash separates on Windows, a NUL ends names in C, a colon names drives and streams.
  if (/[\\\0:]/.test(path)) return null;
  const file = normalize(join(folder, path));
  if (!file.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return null;
  return extname(file) in MEDIA_TYPES ? file : null;
}

/** The answer to a request of the page: a file of `folder`, with its type and the policy, or 404. */
export async function pageResponse(folder: string, address: string): Promise<Response> {
  const file = pageFile(folder, address);
  try {
    if (file === null) throw new Error("no such file");
    const bytes = await readFile(file);
    return new Response(new Uint8Array(bytes), {
      headers: {
        "content-type": MEDIA_TYPES[extname(file)] ?? "application/octet-stream",
        "content-security-policy": PAGE_POLICY,
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
      },
    });
  } catch {
    return new Response("", { status: 404, headers: { "content-security-policy": PAGE_POLICY } });
  }
}
