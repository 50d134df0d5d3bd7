import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * The folder of a package that has to stay a package: it reads a data file beside its code.
 * In a packaged app packages lie in `app.asar.unpacked`, beside the archive that this code is in.
 * @param from a folder of packages (`node_modules`) to take instead of the one that Node finds; null: Node's
 */
export function packageFolder(name: string, from: string | null): string {
  if (from !== null) return join(from, name);
  const found = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  const unpacked = found.replace(/([\\/])app\.asar([\\/])/, "$1app.asar.unpacked$2");
  return existsSync(unpacked) ? unpacked : found;
}

/** The default export of a module file. Its path may hold any character, `#` and `%` too. */
export async function importDefault(path: string): Promise<unknown> {
  const module: unknown = await import(/* @vite-ignore */ pathToFileURL(path).href);
  return typeof module === "object" && module !== null && "default" in module ? module.default : undefined;
}
