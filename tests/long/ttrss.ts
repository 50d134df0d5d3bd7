import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** A Tiny Tiny RSS of Debian's package on loopback, with a database of its own, all of it in a temporary folder. */
export interface TinyTiny {
  /** Its address without a slash at the end. */
  readonly address: string;
  readonly user: string;
  readonly password: string;
  /** What the site of a feed gives: the server gets it from here, not from the network. */
  publish(feed: string, document: string): void;
  /** Lets the server ask for its feeds. */
  update(): void;
  /** The answer of its database, a row a line, columns parted by tabs. */
  query(sql: string): readonly (readonly string[])[];
  close(): Promise<void>;
}

const PACKAGES = ["tt-rss", "php-php-gettext", "php-psr-log"];
const PHP = ["pgsql", "dom", "intl", "mbstring", "xml"];

const quiet = (command: string, args: readonly string[], options: object = {}): { readonly code: number | null; readonly out: string } => {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8", ...options });
  return { code: status, out: `${stdout ?? ""}${stderr ?? ""}` };
};

function postgres(): string | null {
  const versions = existsSync("/usr/lib/postgresql") ? readdirSync("/usr/lib/postgresql") : [];
  return versions.map((version) => `/usr/lib/postgresql/${version}/bin`).find((bin) => existsSync(join(bin, "initdb"))) ?? null;
}

/** What is missing here for it, null: nothing. */
export function missingForTinyTiny(): string | null {
  const modules = quiet("php", ["-m"]);
  if (modules.code !== 0 || PHP.some((name) => !new RegExp(`^${name}$`, "im").test(modules.out)))
    return "apt-get install --no-install-recommends php-cli php-pgsql php-xml php-mbstring php-intl php-curl";
  if (postgres() === null) return "apt-get install --no-install-recommends postgresql";
  if (quiet("apt-get", ["--version"]).code !== 0) return "a Debian";
  return null;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

/** Gives the server what the sites would give: its own checks refuse addresses of this machine. */
const PLUGIN = `<?php
class Shelf extends Plugin {
  function about() { return array(1.0, "Gives feeds out of a folder", "tests", true); }
  function api_version() { return 2; }
  function init($host) {
    $host->add_hook($host::HOOK_SUBSCRIBE_FEED, $this);
    $host->add_hook($host::HOOK_FETCH_FEED, $this);
    $host->add_hook($host::HOOK_FEED_BASIC_INFO, $this);
  }
  private function shelf($url) {
    $file = getenv("SHELF") . "/" . sha1($url);
    return file_exists($file) ? file_get_contents($file) : false;
  }
  function hook_subscribe_feed($contents, $url, $login, $pass) { return $this->shelf($url) ?: $contents; }
  function hook_fetch_feed($data, $url, $uid, $feed, $last, $login, $pass) { return $this->shelf($url) ?: $data; }
  function hook_feed_basic_info($info, $url, $uid, $feed, $login, $pass) {
    $data = $this->shelf($url);
    if (!$data || !preg_match("/<title>([^<]*)</", $data, $found)) return $info;
    return array("title" => $found[1], "site_url" => $url);
  }
}
`;

/** Starts it: takes some ten seconds. */
export async function startTinyTiny(): Promise<TinyTiny> {
  const bin = postgres();
  if (bin === null) throw new Error("There is no PostgreSQL here");
  const folder = mkdtempSync(join(tmpdir(), "lectern-ttrss-"));
  const made = (name: string): string => {
    mkdirSync(join(folder, name), { recursive: true });
    return join(folder, name);
  };
  const must = (command: string, args: readonly string[], options: object = {}): string => {
    const { code, out } = quiet(command, args, options);
    if (code !== 0) throw new Error(`${command} ${args.join(" ")}: ${out}`);
    return out;
  };
  // PostgreSQL refuses to run as root.
  const isRoot = process.getuid?.() === 0;
  const dataUser = isRoot ? "nobody" : userInfo().username;
  const asData = (args: readonly string[]): readonly [string, readonly string[]] =>
    isRoot ? ["setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", ...args]] : [args[0] ?? "", args.slice(1)];

  const packages = made("packages");
  must("apt-get", ["download", ...PACKAGES], { cwd: packages });
  for (const file of readdirSync(packages)) must("dpkg-deb", ["-x", join(packages, file), join(folder, "root")]);
  const site = made("site");
  cpSync(join(folder, "root/usr/share/tt-rss/www"), site, {
    recursive: true,
    filter: (from) => !/\/www\/(lib\/(dojo|dijit|scriptaculous|iconfont|phpqrcode|gettext)|vendor\/Psr|config\.php|feed-icons)/.test(from),
  });
  cpSync(join(folder, "root/usr/share/php/php-php-gettext"), join(site, "lib/gettext"), { recursive: true });
  cpSync(join(folder, "root/usr/share/php/Psr"), join(site, "vendor/Psr"), { recursive: true });
  for (const name of ["cache/export", "cache/images", "cache/upload", "lock", "site/feed-icons", "shelf", "socket"]) made(name);
  mkdirSync(join(site, "plugins.local/shelf"), { recursive: true });
  writeFileSync(join(site, "plugins.local/shelf/init.php"), PLUGIN);

  const [port, dataPort] = [await freePort(), await freePort()];
  const address = `http://127.0.0.1:${port}`;
  const constants = {
    ...{ DB_TYPE: "pgsql", DB_HOST: join(folder, "socket"), DB_PORT: String(dataPort), DB_USER: dataUser, DB_NAME: "ttrss", DB_PASS: "" },
    ...{
      MYSQL_CHARSET: "UTF8",
      SELF_URL_PATH: `${address}/`,
      SINGLE_USER_MODE: false,
      SIMPLE_UPDATE_MODE: false,
      PHP_EXECUTABLE: "/usr/bin/php",
    },
    ...{ LOCK_DIRECTORY: join(folder, "lock"), CACHE_DIR: join(folder, "cache"), ICONS_DIR: "feed-icons", ICONS_URL: "feed-icons" },
    ...{
      AUTH_AUTO_CREATE: true,
      AUTH_AUTO_LOGIN: true,
      FORCE_ARTICLE_PURGE: 0,
      ENABLE_REGISTRATION: false,
      REG_NOTIFY_ADDRESS: "a@a.example",
    },
    ...{ REG_MAX_USERS: 10, SESSION_COOKIE_LIFETIME: 86400, SMTP_FROM_NAME: "T", SMTP_FROM_ADDRESS: "a@a.example", DIGEST_SUBJECT: "T" },
    ...{ CHECK_FOR_UPDATES: false, ENABLE_GZIP_OUTPUT: false, PLUGINS: "auth_internal, shelf", LOG_DESTINATION: "", CONFIG_VERSION: 26 },
  };
  const lines = Object.entries(constants).map(([name, value]) => `define(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
  writeFileSync(join(site, "config.php"), `<?php\n${lines.join("\n")}\n`);

  const data = join(folder, "data");
  if (isRoot) must("chown", ["-R", "65534:65534", folder]);
  must(...asData([join(bin, "initdb"), "-D", data, "-A", "trust", "-U", dataUser, "-E", "UTF8", "--locale=C", "--no-sync"]), {
    cwd: folder,
  });
  const options = `-c listen_addresses= -c port=${dataPort} -c unix_socket_directories=${join(folder, "socket")} -c fsync=off -c synchronous_commit=off`;
  must(...asData([join(bin, "pg_ctl"), "-D", data, "-o", options, "-w", "-l", join(folder, "data.log"), "start"]), { cwd: folder });
  const psql = (sql: string, database = "ttrss"): string =>
    must(
      join(bin, "psql"),
      ["-h", join(folder, "socket"), "-p", String(dataPort), "-U", dataUser, "-qAt", "-F", "\t", "-v", "ON_ERROR_STOP=1", database],
      {
        input: sql,
      },
    );
  let server: ChildProcess | null = null;
  const environment = { ...process.env, SHELF: join(folder, "shelf"), PHP_CLI_SERVER_WORKERS: "4" };
  const close = async (): Promise<void> => {
    const running = server;
    if (running?.pid !== undefined) {
      // Its workers are children of its own.
      const ended = new Promise((resolve) => running.once("exit", resolve));
      process.kill(-running.pid, "SIGTERM");
      await ended;
    }
    quiet(...asData([join(bin, "pg_ctl"), "-D", data, "-m", "immediate", "stop"]), { cwd: folder });
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    psql("CREATE DATABASE ttrss", "postgres");
    quiet(join(bin, "psql"), [
      "-h",
      join(folder, "socket"),
      "-p",
      String(dataPort),
      "-U",
      dataUser,
      "-q",
      "-f",
      join(folder, "root/usr/share/tt-rss/schema/ttrss_schema_pgsql.sql"),
      "ttrss",
    ]);
    psql(`UPDATE ttrss_prefs SET def_value = 'true' WHERE pref_name = 'ENABLE_API_ACCESS'; UPDATE ttrss_prefs SET def_value = '0' WHERE pref_name = 'PURGE_OLD_DAYS';
      INSERT INTO ttrss_user_prefs (owner_uid, pref_name, value) SELECT 1, pref_name, def_value FROM ttrss_prefs;
      DELETE FROM ttrss_feeds;`);
    const child = spawn("php", ["-q", "-d", "error_reporting=0", "-S", `127.0.0.1:${port}`, "-t", site], {
      env: environment,
      stdio: "ignore",
      detached: true,
    });
    server = child;
    for (let left = 100; ; left -= 1) {
      const answer = await fetch(`${address}/api/`, {
        method: "POST",
        body: JSON.stringify({ op: "login", user: "admin", password: "password" }),
      }).catch(() => null);
      const text = (await answer?.text()) ?? "";
      if (text.includes("session_id")) break;
      if (left === 0) throw new Error(`Tiny Tiny RSS does not answer: ${text.slice(0, 500)}`);
      await wait(100);
    }
  } catch (thrown) {
    await close();
    throw thrown;
  }
  return {
    address,
    user: "admin",
    password: "password",
    publish: (feed, document) => writeFileSync(join(folder, "shelf", must("php", ["-r", "echo sha1($argv[1]);", feed])), document),
    update() {
      psql("UPDATE ttrss_feeds SET last_updated = NULL, last_update_started = NULL, last_error = ''");
      const args = ["-d", "error_reporting=0", join(site, "update.php"), "--feeds", "--quiet"];
      if (isRoot) must(...asData(["php", ...args]), { cwd: site, env: environment });
      else must("php", args, { cwd: site, env: environment });
    },
    query: (sql) =>
      psql(sql)
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => line.split("\t")),
    close,
  };
}
