import { existsSync } from "node:fs";
import { join } from "node:path";

/** Workers and the command line run from `out/`: it must be built before any test. */
export default function setup(): void {
  const cli = join(import.meta.dirname, "../out/cli.js");
  if (!existsSync(cli)) throw new Error("out/ is not built: npm run build");
}
