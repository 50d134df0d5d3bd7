// `npm run verify:long [-- FILTER …]`: what takes too long for `npm test`: soaks, galleries, slow formats.
import { join } from "node:path";
import { FOR_TESTS, forLong, hasDebian } from "./debian-packages.mjs";
import { ROOT, run, SetupError, setUp } from "./setup.mjs";

try {
  const runtime = await setUp({
    say: (line) => console.log(line),
    electron: true,
    debian: hasDebian() ? [...FOR_TESTS, ...forLong(process.argv.slice(2))] : [],
  });
  const { code } = await run(
    process.execPath,
    [
      join(ROOT, "node_modules/vitest/vitest.mjs"),
      "run",
      "--config",
      "tests/vitest.config.ts",
      "--project",
      "long",
      "--passWithNoTests",
      ...process.argv.slice(2),
    ],
    { env: { ...process.env, ...(runtime ? { ELECTRON_OVERRIDE_DIST_PATH: runtime.folder } : {}) } },
  );
  process.exitCode = code;
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  process.exitCode = 1;
}
