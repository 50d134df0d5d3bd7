// Builds `out/`: the Node side (main, host, preload, cli, workers) with rolldown, the page with Vite.
// `--dev`: with source maps and nothing left out. The build is made aside and takes its place whole: what runs from the old one, and
// what starts meanwhile, never meets half of it.
import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import react from "@vitejs/plugin-react";
import { build as rolldown } from "rolldown";
import { build as vite } from "vite";
import manifest from "../package.json" with { type: "json" };
import { quickEspeak } from "./espeak-quick.mjs";
import { BUNDLED_FILE, notePackages, shippedPackages } from "./notices/shipped.mjs";
import { NOTICES_FILE, noticesOf } from "./notices/texts.mjs";
import { STAMP_FILE, sourceStamp } from "./stamp.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

// What must stay a package of its own at run time: native code, data files, CommonJS that finds its parts by path.
const external = [/^node:/, /^electron(\/|$)/, ...Object.keys(manifest.dependencies).map((name) => new RegExp(`^${name}(/|$)`))];

/**
 * The table that languages are told from, as text that is read: as code it takes V8 three times the work, and five times the wait (measured).
 */
const tableAsText = {
  name: "table-as-text",
  transform: {
    filter: { id: /\/node_modules\/eld\/src\/ngrams\/\w+\.js$/ },
    async handler(_code, id) {
      const { ngramsData } = await import(pathToFileURL(id).href);
      return { code: `export const ngramsData = JSON.parse(${JSON.stringify(JSON.stringify(ngramsData))});`, map: null };
    },
  },
};

/** @param {{ production?: boolean }} [options] */
export async function build({ production = true } = {}) {
  // Taken first: a file that changes during the build makes the build old.
  const stamp = sourceStamp({ root, production });
  const packages = new Set();
  const aside = join(root, `node_modules/.lectern-build-${process.pid}`);
  const node = {
    platform: "node",
    // Nothing happens when these are imported (package.json says so of ours), so whoever needs one name of them gets that alone.
    treeshake: { moduleSideEffects: (id) => !/\/src\/(?!shell\/|ui\/)|\/node_modules\/(zod|intl-messageformat)\//.test(id) },
    external,
    plugins: [notePackages(root, packages), tableAsText],
    resolve: { conditionNames: ["node", "import"] },
    transform: { target: "es2023", define: { __VERSION__: JSON.stringify(manifest.version) } },
  };
  const output = {
    dir: aside,
    format: "esm",
    sourcemap: !production,
    minify: production ? "dce-only" : false,
    entryFileNames: "[name].js",
    // Flat: what finds a file beside itself finds it from a chunk too.
    chunkFileNames: "[name]-[hash].js",
  };
  try {
    await mkdir(aside, { recursive: true });
    await rolldown({
      ...node,
      input: {
        main: join(root, "src/shell/main/index.ts"),
        host: join(root, "src/shell/host/index.ts"),
        cli: join(root, "src/shell/cli/bin.ts"),
        neural: join(root, "src/shell/neural/index.ts"),
        "espeak-worker": join(root, "src/speak/espeak-worker.ts"),
        "flite-worker": join(root, "src/speak/flite-worker.ts"),
        "encode-worker": join(root, "src/app/edition/encode-worker.ts"),
        "document-worker": join(root, "src/extract/documents/worker.ts"),
      },
      output,
    });
    // A sandboxed preload script can't be a module.
    await rolldown({
      ...node,
      input: { preload: join(root, "src/shell/preload.ts") },
      output: { ...output, format: "cjs", entryFileNames: "[name].cjs" },
    });
    await vite({
      root: join(root, "src/ui"),
      configFile: false,
      base: "./",
      logLevel: "warn",
      plugins: [react(), notePackages(root, packages)],
      define: { __VERSION__: JSON.stringify(manifest.version) },
      build: {
        outDir: join(aside, "ui"),
        emptyOutDir: true,
        target: "chrome130",
        sourcemap: !production,
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        // Read from the disk, not from a network: 1 MB takes some 10 ms (guess).
        chunkSizeWarningLimit: 1000,
      },
    });
    const espeak = await readFile(join(root, "node_modules/@echogarden/espeak-ng-emscripten/espeak-ng.js"), "utf8");
    await writeFile(join(aside, "espeak-ng.js"), quickEspeak(espeak));
    await copyFile(join(root, "assets/icon.png"), join(aside, "icon.png"));
    const bundled = [...packages].sort();
    await writeFile(join(aside, BUNDLED_FILE), `${JSON.stringify(bundled, null, 1)}\n`);
    await writeFile(join(aside, NOTICES_FILE), noticesOf(root, shippedPackages(root, bundled)));
    await writeFile(join(aside, STAMP_FILE), stamp);
    const out = join(root, "out");
    const old = `${aside}-old`;
    if (existsSync(out)) await rename(out, old);
    await rename(aside, out);
    await rm(old, { recursive: true, force: true });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build({ production: !process.argv.includes("--dev") });
