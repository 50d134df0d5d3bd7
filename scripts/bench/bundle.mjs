// Parts of the bench that use the app's own sources.
import { join } from "node:path";
import { rolldown } from "rolldown";
import manifest from "../../package.json" with { type: "json" };

/** Bundles a part of the bench beside the app's workers. */
export async function bundle(root, name) {
  const file = join(root, "out", `bench-${name}-${process.pid}.mjs`);
  const made = await rolldown({
    input: join(import.meta.dirname, `${name}.mjs`),
    platform: "node",
    external: [/^node:/, ...Object.keys(manifest.dependencies).map((name) => new RegExp(`^${name}(/|$)`))],
    transform: { define: { __VERSION__: JSON.stringify(manifest.version) } },
    logLevel: "silent",
  });
  await made.write({ file, format: "esm", codeSplitting: false });
  return file;
}
