// A Debian package out of the folder that electron-builder made: no maintainer scripts, no tool but dpkg-deb.
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FOR_ELECTRON } from "../debian-packages.mjs";

const HOME = "opt/Lectern";

const DESKTOP = `[Desktop Entry]
Type=Application
Name=Lectern
Comment=Reads the news aloud
Exec=/usr/bin/lectern %U
Icon=lectern
Terminal=false
Categories=Network;News;
MimeType=text/html;text/plain;text/markdown;application/epub+zip;application/pdf;application/vnd.openxmlformats-officedocument.wordprocessingml.document;x-scheme-handler/lectern;x-scheme-handler/feed;
StartupWMClass=Lectern
`;

/** The kilobytes of a folder. */
function sizeOf(folder) {
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) bytes += statSync(join(entry.parentPath ?? entry.path, entry.name)).size;
  return Math.ceil(bytes / 1024);
}

/** What dpkg is told of the package. Debian's versions sort "~dev" before the release, "-dev" behind it. */
export function controlOf({ version, architecture, size, description }) {
  const needed = FOR_ELECTRON.map(({ name, or }) => (or ? `${name} | ${or}` : name)).join(", ");
  return `Package: lectern
Version: ${version.replace("-dev", "~dev")}
Architecture: ${architecture}
Maintainer: The Lectern project <lectern@localhost>
Installed-Size: ${size}
Depends: ${needed}
Recommends: festival, fonts-dejavu-core, xdg-utils
Section: news
Priority: optional
Description: reads the news aloud
 ${description}
`;
}

/**
 * Makes the package.
 * @param {{ folder: string, out: string, version: string, architecture: string, description: string, icon: string }} options
 * @returns {string} its path
 */
export function makeDeb({ folder, out, version, architecture, description, icon }) {
  const root = mkdtempSync(join(tmpdir(), "lectern-deb-"));
  try {
    const put = (path, content) => {
      mkdirSync(join(root, path, ".."), { recursive: true });
      writeFileSync(join(root, path), content);
    };
    cpSync(folder, join(root, HOME), { recursive: true, verbatimSymlinks: true });
    // How the updater knows what it is to fetch.
    put(`${HOME}/resources/package-type`, "deb");
    mkdirSync(join(root, "usr/bin"), { recursive: true });
    symlinkSync(`/${HOME}/lectern`, join(root, "usr/bin/lectern"));
    put("usr/share/applications/lectern.desktop", DESKTOP);
    mkdirSync(join(root, "usr/share/icons/hicolor/512x512/apps"), { recursive: true });
    cpSync(icon, join(root, "usr/share/icons/hicolor/512x512/apps/lectern.png"));
    const size = sizeOf(root);
    put("DEBIAN/control", controlOf({ version, architecture, size, description }));
    spawnSync("chmod", ["-R", "u+rwX,go+rX,go-w", root]);
    // Where user namespaces are closed, the sandbox is a program of root's.
    chmodSync(join(root, HOME, "chrome-sandbox"), 0o4755);
    const file = join(out, `lectern_${version}_${architecture}.deb`);
    const { status, stderr } = spawnSync("dpkg-deb", ["--build", "--root-owner-group", "-Zxz", "-z1", root, file], { encoding: "utf8" });
    if (status !== 0) throw new Error(`dpkg-deb: ${stderr}`);
    return file;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
