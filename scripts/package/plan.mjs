// Decides what a machine can make of Lectern.
import { WORDS } from "../words.mjs";

/**
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {boolean} pinned whether the Electron here is the one to ship
 * @property {boolean} tools whether electron-builder's own tools can be fetched
 * @property {boolean} archiver whether 7za is installed
 * @property {boolean} dpkg whether dpkg-deb is installed
 */

/**
 * What to make and, for the rest, why not. `builder`: electron-builder's targets; `deb`: our own way.
 * @param {Machine} machine
 */
export function planOf(machine) {
  const builder = [];
  const skipped = [];
  let deb = false;
  const offer = (target, can, why) => (can ? builder.push(target) : skipped.push({ what: target, why }));
  if (machine.platform === "linux") {
    builder.push("dir");
    offer("tar.gz", machine.tools || machine.archiver, WORDS.needsArchiver);
    offer("AppImage", machine.tools, WORDS.needsTools);
    deb = machine.dpkg;
    if (!deb) skipped.push({ what: "deb", why: WORDS.needsDpkg });
    skipped.push({ what: "Windows (nsis, portable)", why: WORDS.needsWindows }, { what: "macOS (dmg, zip)", why: WORDS.needsMac });
  } else {
    const targets = machine.platform === "darwin" ? ["dmg", "zip"] : ["nsis", "portable"];
    for (const target of targets) offer(target, machine.pinned && machine.tools, WORDS.needsTools);
    skipped.push({ what: "Linux (AppImage, deb, tar.gz)", why: WORDS.needsLinux });
  }
  return { builder, deb, skipped };
}
