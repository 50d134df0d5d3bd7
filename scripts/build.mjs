// Builds `out/`: the Node side (main, host, preload, cli, workers) with rolldown, the page with Vite.
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { build as rolldown } from "rolldown";
import { build as vite } from "vite";
import manifest from "../package.json" with { type: "json" };

const root = fileURLToPath(new URL("..", import.meta.url));
const production = !process.argv.includes("--dev");

// What must stay a package of its own at run time: native code, data files, CommonJS that finds its parts by path.
const external = [/^node:/, "electron", ...Object.keys(manifest.dependencies).map((name) => new RegExp(`^${name}(/|$)`))];
const node = {
  platform: "node",
  external,
  resolve: { conditionNames: ["node", "import"] },
  transform: { target: "es2023", define: { __VERSION__: JSON.stringify(manifest.version) } },
};
const output = {
  dir: `${root}out`,
  format: "esm",
  sourcemap: !production,
  minify: production ? "dce-only" : false,
  entryFileNames: "[name].js",
  chunkFileNames: "[name]-[hash].js",
};

await rm(`${root}out`, { recursive: true, force: true });
await rolldown({
  ...node,
  input: {
    main: `${root}src/shell/main/index.ts`,
    host: `${root}src/shell/host/index.ts`,
    cli: `${root}src/shell/cli/bin.ts`,
    "espeak-worker": `${root}src/speak/espeak-worker.ts`,
  },
  output,
});
// A sandboxed preload script can't be a module.
await rolldown({
  ...node,
  input: { preload: `${root}src/shell/preload.ts` },
  output: { ...output, format: "cjs", entryFileNames: "[name].cjs" },
});
await vite({
  root: `${root}src/ui`,
  configFile: false,
  base: "./",
  logLevel: "warn",
  plugins: [react()],
  define: { __VERSION__: JSON.stringify(manifest.version) },
  build: {
    outDir: `${root}out/ui`,
    emptyOutDir: true,
    target: "chrome130",
    sourcemap: !production,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
});
