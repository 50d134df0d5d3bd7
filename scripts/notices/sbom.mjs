// The bill of materials (CycloneDX, JSON): npm's own, narrowed to what is shipped, with the works inside of packages and the runtime.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run, SetupError } from "../setup.mjs";
import { WORDS } from "../words.mjs";
import { INSIDE, readPackage } from "./licences.mjs";

/** The bill's place in a build. */
export const SBOM_FILE = "sbom.cdx.json";

/** The moment that a reproducible build counts as its own: SOURCE_DATE_EPOCH, else now. */
const buildTime = () => new Date(process.env.SOURCE_DATE_EPOCH ? Number(process.env.SOURCE_DATE_EPOCH) * 1000 : Date.now()).toISOString();

/** A licence as CycloneDX wants it: an identifier, or an expression of several. */
const licencesOf = (licence) => [/\s/.test(licence) ? { expression: licence } : { license: { id: licence } }];

/** A serial number that is the same for the same parts. */
function serialOf(text) {
  const hex = createHash("sha256").update(text).digest("hex");
  const variant = ((Number.parseInt(hex[16] ?? "0", 16) & 3) | 8).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * Narrows npm's bill.
 * @param {any} bill what `npm sbom` says
 * @param {{ shipped: readonly { name: string, version: string, licence: string }[], electron: string, manifest: { name: string, version: string, license: string } }} parts
 */
export function narrow(bill, { shipped, electron, manifest }) {
  const real = new Map(shipped.map((one) => [`${one.name}@${one.version}`, one.licence]));
  const root = `${manifest.name}@${manifest.version}`;
  const packages = bill.components
    .filter((one) => real.has(`${one.name}@${one.version}`))
    .map((one) => ({ ...one, scope: "required", licenses: licencesOf(real.get(`${one.name}@${one.version}`)) }))
    .map((one) => {
      const works = INSIDE.filter(({ inside }) => inside === one.name);
      if (works.length === 0) return one;
      const inner = works.map(({ name, licence, source }) => ({
        "bom-ref": `${one["bom-ref"]}/${name}`,
        type: "library",
        name,
        licenses: licencesOf(licence),
        externalReferences: [{ type: "website", url: `https://${source}` }],
      }));
      return { ...one, components: inner };
    });
  const runtime = {
    "bom-ref": `electron@${electron}`,
    type: "framework",
    name: "electron",
    version: electron,
    scope: "required",
    purl: `pkg:npm/electron@${electron}`,
    description: "With Chromium, Node.js and FFmpeg; their notices are in LICENSES.chromium.html.",
    licenses: licencesOf("MIT"),
  };
  const components = [...packages, runtime].sort((a, b) => (a["bom-ref"] < b["bom-ref"] ? -1 : 1));
  const known = new Set(components.map((one) => one["bom-ref"]));
  const dependencies = bill.dependencies
    .filter(({ ref }) => known.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => known.has(one)) }));
  const { type, ...main } = { ...bill.metadata.component, name: manifest.name };
  return {
    ...bill,
    serialNumber: serialOf(JSON.stringify(components)),
    metadata: {
      ...bill.metadata,
      timestamp: buildTime(),
      component: { type: "application", ...main, "bom-ref": root, licenses: licencesOf(manifest.license) },
    },
    components,
    dependencies: [{ ref: root, dependsOn: [...known] }, ...dependencies.filter(({ ref }) => ref !== runtime["bom-ref"])],
  };
}

/**
 * Makes the bill of what is shipped.
 * @param {string} root
 * @param {readonly string[]} folders
 * @param {string} [electron] the version of the Electron that is packed; left out: the pinned one
 * @throws SetupError
 */
export async function billOf(root, folders, electron) {
  const { code, said } = await run("npm", ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only", "--loglevel=error"], {
    keep: true,
    cwd: root,
    shell: process.platform === "win32",
    limit: 20_000_000,
  });
  if (code !== 0) throw new SetupError(WORDS.noBill(said.trim().slice(-500)));
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const shipped = folders.map((folder) => {
    try {
      return readPackage(root, folder);
    } catch {
      // For another system, so not installed here.
      const { version, license } = packages[folder];
      return { name: folder.split("node_modules/").at(-1), version, licence: license };
    }
  });
  return narrow(JSON.parse(said), { shipped, electron: electron ?? manifest.devDependencies.electron, manifest });
}
