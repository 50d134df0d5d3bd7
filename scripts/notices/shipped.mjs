// What of other people's packages ends up in Lectern: those that the bundles took something from, and those that stay packages beside them.
import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** The list's place in a build: one JSON array of folders, `node_modules/NAME`. */
export const BUNDLED_FILE = "packages.json";

/** The folder of the package that a file of it lies in, null for a file of no package. */
export function packageOf(root, file) {
  const path = relative(root, file.replace(/^\0/, "").replace(/[?#].*$/, ""))
    .split(sep)
    .join("/");
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? null;
}

/**
 * A plugin for rolldown and Vite that notes the packages whose modules and files are in the bundles.
 * @param {string} root
 * @param {Set<string>} found
 */
export function notePackages(root, found) {
  const note = (file) => {
    const folder = packageOf(root, file);
    if (folder !== null && !folder.startsWith("..")) found.add(folder);
  };
  return {
    name: "lectern-note-packages",
    generateBundle(_options, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type === "chunk") for (const [file, { renderedLength }] of Object.entries(part.modules)) renderedLength > 0 && note(file);
        else for (const file of part.originalFileNames ?? []) note(join(root, "src/ui", file));
      }
    },
  };
}

/**
 * The folders of all packages that are shipped, for this and every other system, in order.
 * @param {string} root
 * @param {readonly string[]} bundled
 * @returns {string[]}
 */
export function shippedPackages(root, bundled) {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const beside = Object.entries(packages).flatMap(([folder, { dev, devOptional }]) =>
    folder === "" || dev || devOptional ? [] : [folder],
  );
  return [...new Set([...bundled, ...beside])].sort();
}
