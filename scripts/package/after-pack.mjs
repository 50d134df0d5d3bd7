// What electron-builder calls when a package's folder is complete.
import { chmodSync, copyFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { NOTICES_FILE } from "../notices/texts.mjs";

/** What a folder that was given as electronDist has and a package must not carry. */
const LEFTOVERS = ["resources/default_app.asar", "version", ".lectern-electron.json"];

/** @param {any} context electron-builder's AfterPackContext */
export default async function afterPack(context) {
  const { appOutDir: folder, electronPlatformName: platform, packager } = context;
  for (const name of LEFTOVERS) rmSync(join(folder, name), { force: true });
  // Beside the archive for people, in it for the help: electron-builder takes out of it what it copies itself.
  const resources = packager.getResourcesDir(folder);
  copyFileSync(fileURLToPath(new URL(`../../out/${NOTICES_FILE}`, import.meta.url)), join(resources, "NOTICES.md"));
  if (platform !== "linux") return;
  // The fuses now, while the program has its name; then our launcher takes it.
  await packager.addElectronFuses(context, await packager.generateFuseConfig(packager.config.electronFuses));
  packager.config.electronFuses = null;
  const program = join(folder, packager.executableName);
  renameSync(program, `${program}-bin`);
  copyFileSync(fileURLToPath(new URL("lectern.sh", import.meta.url)), program);
  chmodSync(program, 0o755);
}
