// npm run conformance: writes the conformance documents anew.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { conformanceDocuments } from "./conformance/documents.mjs";

const root = join(import.meta.dirname, "..");
const requirements = JSON.parse(await readFile(join(root, "scripts/conformance/requirements.json"), "utf8"));
for (const [path, text] of Object.entries(conformanceDocuments(requirements))) {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}
