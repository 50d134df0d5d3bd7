// `npm run package [-- --linux dir]`: makes what this machine can make of Lectern, into dist/, and says what it can't and why.
// With arguments, electron-builder gets them instead of the plan.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { unreachable } from "./electron-runtime.mjs";
import { makeBill } from "./notices.mjs";
import { makeDeb } from "./package/deb.mjs";
import { planOf } from "./package/plan.mjs";
import { ROOT, run, SetupError, setUp } from "./setup.mjs";
import { WORDS } from "./words.mjs";

/** Where electron-builder fetches its tools. */
const TOOLS = "https://github.com/";
const ARCHIVER = "/usr/bin/7za";
/** Level 9 takes four minutes and saves 8 MB of 122; a build that is not for shipping takes the quick way (measured). */
const QUICK = "1";

const has = (command) => spawnSync(command, ["--version"]).error === undefined;

/**
 * Makes packages.
 * @param {{ targets?: readonly string[], output?: string, say?: (line: string) => void }} [options]
 *   `targets`: electron-builder's arguments, for example `["--linux", "dir"]`; left out: all that this machine can make
 */
export async function makePackages({ targets, output = join(ROOT, "dist"), say = (line) => console.log(line) } = {}) {
  const runtime = await setUp({ say, electron: true });
  if (runtime === null) throw new SetupError(WORDS.electronCantRun);
  const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const version = runtime.pinned ? manifest.version : `${manifest.version}-dev`;
  if (!runtime.pinned) say(WORDS.notPinned(runtime.version, manifest.devDependencies.electron));

  await makeBill(runtime.version);
  // Where this build looks for newer ones, and whose signature they must have: a build is told, or knows none.
  const { LECTERN_UPDATES_ADDRESS: address = null, LECTERN_UPDATES_KEY: key = null } = process.env;
  writeFileSync(join(ROOT, "out/updates.json"), JSON.stringify({ address, key }));
  const tools = targets === undefined && (await unreachable(TOOLS)) === null;
  const plan = planOf({ platform: process.platform, pinned: runtime.pinned, tools, archiver: existsSync(ARCHIVER), dpkg: has("dpkg-deb") });
  const system = { linux: "--linux", darwin: "--mac", win32: "--win" }[process.platform] ?? "--linux";
  const wanted = targets ?? [system, ...plan.builder];
  const { code } = await run(
    process.execPath,
    [
      join(ROOT, "node_modules/electron-builder/out/cli/cli.js"),
      ...wanted,
      ...["--publish", "never", "--config", "electron-builder.yml", `-c.directories.output=${output}`],
      // What was found runs here, so it is what is packed; the pinned release too, which spares a second download.
      ...[`-c.electronDist=${runtime.folder}`, `-c.electronVersion=${runtime.version}`, `-c.extraMetadata.version=${version}`],
    ],
    {
      env: {
        ...process.env,
        ...(existsSync(ARCHIVER) && !tools ? { ELECTRON_BUILDER_7ZIP_PATH: ARCHIVER } : {}),
        ...(runtime.pinned ? {} : { ELECTRON_BUILDER_COMPRESSION_LEVEL: QUICK }),
      },
    },
  );
  if (code !== 0) throw new SetupError(WORDS.packingFailed);
  if (targets === undefined) {
    if (plan.deb) {
      const architecture = process.arch === "x64" ? "amd64" : process.arch;
      const { description } = manifest;
      const folder = join(output, process.arch === "x64" ? "linux-unpacked" : `linux-${process.arch}-unpacked`);
      makeDeb({ folder, out: output, version, architecture, description, icon: join(ROOT, "assets/icon.png") });
    }
    for (const name of readdirSync(output)) if (name.includes(version)) say(WORDS.packaged(join(output, name)));
    for (const { what, why } of plan.skipped) say(WORDS.notPackaged(what, why));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const targets = process.argv.slice(2);
  try {
    await makePackages(targets.length > 0 ? { targets } : {});
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    process.exitCode = 1;
  }
}
