// `npm run notices`: writes the notices of third parties and the bill of materials (CycloneDX) of the build into out/.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { billOf, SBOM_FILE } from "./notices/sbom.mjs";
import { BUNDLED_FILE, shippedPackages } from "./notices/shipped.mjs";
import { NOTICES_FILE } from "./notices/texts.mjs";
import { ROOT, SetupError, setUp } from "./setup.mjs";
import { WORDS } from "./words.mjs";

/**
 * Writes the bill beside the notices, which the build made.
 * @param {string} [electron] the version that is packed
 * @returns {Promise<readonly string[]>} the files
 * @throws SetupError
 */
export async function makeBill(electron) {
  const out = join(ROOT, "out");
  const folders = shippedPackages(ROOT, JSON.parse(readFileSync(join(out, BUNDLED_FILE), "utf8")));
  const bill = join(out, SBOM_FILE);
  writeFileSync(bill, `${JSON.stringify(await billOf(ROOT, folders, electron), null, 1)}\n`);
  return [join(out, NOTICES_FILE), bill];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await setUp({ say: (line) => console.log(line), electron: false });
    for (const file of await makeBill()) console.log(WORDS.packaged(file));
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    process.exitCode = 1;
  }
}
