import childProcess from "node:child_process";
import dns from "node:dns";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import { sep } from "node:path";
import { expect } from "vitest";

/** What a program did to the world outside while it was watched. */
export interface Watch {
  /** @throws where something was done that was not allowed */
  check(what: string): void;
  end(): void;
}

/** The names that every object must go on having, and no other. */
const own = (of: object): string => Reflect.ownKeys(of).map(String).sort().join();
const PROTOTYPES = { Object: Object.prototype, Array: Array.prototype, String: String.prototype, Function: Function.prototype } as const;

/**
 * Watches this process: connections, names that are looked up, processes that are started, files outside of `folders` that are opened, and
 * what every object inherits. Node's own modules are wrapped, none of ours.
 */
export function watch(folders: readonly string[]): Watch {
  const done: string[] = [];
  const before = Object.entries(PROTOTYPES).map(([name, of]) => [name, own(of)] as const);
  const undo: (() => void)[] = [];
  const wrap = (of: object, names: readonly string[], tell: (name: string, given: readonly unknown[]) => string | null): void => {
    const methods = of as Record<string, (...given: unknown[]) => unknown>;
    for (const name of names) {
      const method = methods[name];
      if (typeof method !== "function") continue;
      methods[name] = function (this: unknown, ...given: unknown[]) {
        const told = tell(name, given);
        if (told !== null) done.push(told);
        return method.apply(this, given);
      };
      undo.push(() => {
        methods[name] = method;
      });
    }
  };
  const file = (name: string, [path]: readonly unknown[]): string | null => {
    const text = path instanceof URL ? path.pathname : String(path);
    return folders.some((folder) => text === folder || text.startsWith(folder + sep)) ? null : `${name} ${text}`;
  };
  wrap(net.Socket.prototype, ["connect"], (name, given) => `${name} ${JSON.stringify(given[0])}`);
  wrap(dns, ["lookup", "resolve", "resolve4", "resolve6"], (name, [host]) => `${name} ${String(host)}`);
  wrap(
    childProcess,
    ["spawn", "spawnSync", "exec", "execSync", "execFile", "execFileSync", "fork"],
    (name, [program]) => `${name} ${String(program)}`,
  );
  wrap(
    fs,
    [
      "open",
      "openSync",
      "readFile",
      "readFileSync",
      "writeFile",
      "writeFileSync",
      "createReadStream",
      "createWriteStream",
      "unlink",
      "rm",
      "rename",
    ],
    file,
  );
  wrap(fs.promises, ["open", "readFile", "writeFile", "unlink", "rm", "rename", "mkdir"], file);
  syncBuiltinESMExports();
  return {
    check(what) {
      expect(done, what).toEqual([]);
      expect(
        Object.entries(PROTOTYPES).map(([name, of]) => [name, own(of)] as const),
        what,
      ).toEqual(before);
      expect(({} as { readonly polluted?: unknown }).polluted, what).toBeUndefined();
    },
    end() {
      for (const back of undo) back();
      syncBuiltinESMExports();
    },
  };
}
