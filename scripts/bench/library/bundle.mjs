// The app's own stages as one module that a bench can import.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { rolldown } from "rolldown";

const ENTRY = (root) => `
export { createApp } from ${JSON.stringify(join(root, "src/app/index.ts"))};
export { openLibrary } from ${JSON.stringify(join(root, "src/library/index.ts"))};
export { articleId } from ${JSON.stringify(join(root, "src/model/index.ts"))};
export { fetchFeed } from ${JSON.stringify(join(root, "src/fetch/index.ts"))};
`;

/** Answers with the file of the bundle, made anew in a folder inside of the checkout's packages, so that it finds them. */
export async function bundleApp(root) {
  const folder = join(root, "node_modules/.lectern-bench");
  await mkdir(folder, { recursive: true });
  const entry = join(folder, "entry.js");
  await writeFile(entry, ENTRY(root));
  const bundle = await rolldown({
    input: { app: entry },
    platform: "node",
    external: [/^node:/, /^@photostructure\//, /^@echogarden\//, /^say$/, /^sherpa-onnx-node$/],
    treeshake: { moduleSideEffects: (id) => !/\/src\//.test(id) },
    transform: { target: "es2023", define: { __VERSION__: '"bench"' } },
    resolve: { conditionNames: ["node", "import"] },
  });
  await bundle.write({ dir: join(folder, "out"), format: "esm", entryFileNames: "[name].js", cleanDir: true });
  return join(folder, "out/app.js");
}
