// `npm run release -- FOLDER`: writes the list that Lectern finds newer ones by, beside the packages in a folder, and signs it with the
// key that LECTERN_SIGNING_KEY names (an Ed25519 private key, PEM). `npm run release -- --new-key FILE` makes such a key.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { WORDS } from "./words.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** What each system's list names: what its updater takes, the first first. */
const SYSTEMS = [
  { suffix: "-linux", kinds: [".AppImage", ".deb"] },
  { suffix: "", kinds: [".exe"] },
  { suffix: "-mac", kinds: [".zip", ".dmg"] },
];

/** What is signed: as `signedBytes` of src/shell/main/updates/place.ts has it. */
const signedBytes = (name, text) => Buffer.from(`lectern-update\n${name}\n${text}`);

/** What the change log says of a version, else of what is not released yet; "" where it says nothing. */
export function notesOf(changelog, version) {
  const chapters = changelog.split(/^## /m);
  const chapter = chapters.find((one) => one.startsWith(`[${version}]`)) ?? chapters.find((one) => one.startsWith("[Unreleased]")) ?? "";
  return chapter.split("\n").slice(1).join("\n").trim();
}

/** The public half of a key as builds want it: SPKI, base64. */
export const publicHalf = (key) => createPublicKey(key).export({ type: "spki", format: "der" }).toString("base64");

/**
 * Writes and signs the lists of a folder's packages.
 * @param {{ folder: string, version: string, channel: string, notes: string, date: string, key: string }} release `key`: PEM
 * @returns {string[]} the files
 */
export function writeLists({ folder, version, channel, notes, date, key }) {
  const names = readdirSync(folder).sort();
  return SYSTEMS.flatMap(({ suffix, kinds }) => {
    const files = kinds.flatMap((kind) =>
      names
        .filter((name) => name.endsWith(kind) && name.includes(version) && !name.includes("-portable"))
        .map((name) => ({
          url: name,
          sha512: createHash("sha512")
            .update(readFileSync(join(folder, name)))
            .digest("base64"),
          size: statSync(join(folder, name)).size,
        })),
    );
    const [first] = files;
    if (!first) return [];
    const name = `${channel}${suffix}.yml`;
    // JSON is YAML, and has no surprises.
    const list = { version, files, path: first.url, sha512: first.sha512, releaseDate: date, releaseNotes: notes };
    const text = `${JSON.stringify(list, null, 1)}\n`;
    writeFileSync(join(folder, name), text);
    writeFileSync(join(folder, `${name}.sig`), `${sign(null, signedBytes(name, text), createPrivateKey(key)).toString("base64")}\n`);
    return [name, `${name}.sig`].map((one) => join(folder, one));
  });
}

/** Makes a key nobody else can read, and tells its public half. */
export function newKey(file) {
  if (existsSync(file)) throw new Error(WORDS.keyIsThere(file));
  const { privateKey } = generateKeyPairSync("ed25519");
  writeFileSync(file, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
  return publicHalf(privateKey);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [what = "dist", file = ""] = process.argv.slice(2);
  try {
    if (what === "--new-key") console.log(WORDS.newKey(file, newKey(file)));
    else {
      const keyFile = process.env.LECTERN_SIGNING_KEY;
      if (!keyFile) throw new Error(WORDS.noKey);
      const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
      const notes = notesOf(readFileSync(join(ROOT, "CHANGELOG.md"), "utf8"), version);
      const epoch = process.env.SOURCE_DATE_EPOCH;
      const date = new Date(epoch ? Number(epoch) * 1000 : Date.now()).toISOString();
      const channel = process.env.LECTERN_CHANNEL || "latest";
      for (const one of writeLists({ folder: what, version, channel, notes, date, key: readFileSync(keyFile, "utf8") }))
        console.log(WORDS.packaged(one));
    }
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
