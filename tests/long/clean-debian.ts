import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A Debian with nothing but its least, in a folder of its own. Its programs run in it as if it were the machine. */
export interface CleanDebian {
  readonly root: string;
  /** Runs a program as root; what it says. @throws where it fails */
  asRoot(...command: readonly string[]): string;
  /** Starts a program as an ordinary user. */
  asUser(command: readonly string[], options?: SpawnOptions & { readonly env?: Readonly<Record<string, string>> }): ChildProcess;
  close(): void;
}

/** The ordinary user: their name and number. */
export const READER = { name: "reader", uid: 1_000 } as const;

/** What is missing here for one, null: nothing. */
export function missingForDebian(): string | null {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return "root on a Debian";
  const lacking = ["debootstrap", "bwrap", "dpkg-deb"].filter((name) => spawnSync("which", [name]).status !== 0);
  return lacking.length === 0 ? null : `apt-get install --no-install-recommends debootstrap bubblewrap (${lacking.join(", ")})`;
}

const codename = (): string => /^VERSION_CODENAME=(\w+)/m.exec(readFileSync("/etc/os-release", "utf8"))?.[1] ?? "stable";

/** Makes one out of the archive: takes minutes. `LECTERN_CLEAN_ROOT` names one that was made before, and is copied. */
export function cleanDebian(): CleanDebian {
  const folder = mkdtempSync(join(tmpdir(), "lectern-debian-"));
  const root = join(folder, "root");
  const made = process.env.LECTERN_CLEAN_ROOT;
  const { status, stdout, stderr } = made
    ? spawnSync("cp", ["-a", made, root], { encoding: "utf8" })
    : spawnSync("debootstrap", ["--variant=minbase", codename(), root], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${stdout}${stderr}`.slice(-2_000));
  if (existsSync("/etc/resolv.conf")) cpSync("/etc/resolv.conf", join(root, "etc/resolv.conf"), { dereference: true });
  // Nothing that is installed may start by itself.
  writeFileSync(join(root, "usr/sbin/policy-rc.d"), "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  mkdirSync("/tmp/.X11-unix", { recursive: true });
  const inside = [
    ...[
      "--bind",
      root,
      "/",
      "--proc",
      "/proc",
      "--dev",
      "/dev",
      "--perms",
      "1777",
      "--tmpfs",
      "/dev/shm",
      "--perms",
      "1777",
      "--tmpfs",
      "/tmp",
      "--ro-bind",
      "/tmp/.X11-unix",
      "/tmp/.X11-unix",
    ],
    ...[
      "--cap-add",
      "ALL",
      "--die-with-parent",
      // Its first process takes all others along.
      "--unshare-pid",
      "--clearenv",
      "--setenv",
      "PATH",
      "/usr/sbin:/usr/bin:/sbin:/bin",
      "--setenv",
      "LC_ALL",
      "C.UTF-8",
    ],
  ];
  const asRoot: CleanDebian["asRoot"] = (...command) => {
    const done = spawnSync("bwrap", [...inside, "--setenv", "DEBIAN_FRONTEND", "noninteractive", "--", ...command], { encoding: "utf8" });
    if (done.status !== 0) throw new Error(`${command.join(" ")}: ${`${done.stdout}${done.stderr}`.slice(-2_000)}`);
    return done.stdout;
  };
  asRoot("useradd", "--create-home", "--uid", String(READER.uid), READER.name);
  return {
    root,
    asRoot,
    asUser(command, { env = {}, ...options } = {}) {
      const set = Object.entries({ HOME: `/home/${READER.name}`, ...env }).flatMap(([name, value]) => ["--setenv", name, value]);
      const user = [
        "setpriv",
        `--reuid=${READER.uid}`,
        `--regid=${READER.uid}`,
        "--clear-groups",
        "--bounding-set=-all",
        "--inh-caps=-all",
      ];
      return spawn("bwrap", [...inside, ...set, "--chdir", `/home/${READER.name}`, "--", ...user, ...command], {
        stdio: ["ignore", "pipe", "pipe"],
        ...options,
      });
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
