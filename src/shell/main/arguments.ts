import { existsSync } from "node:fs";
import { resolve } from "node:path";

/**
 * What the person typed: the arguments without the program, the app's own path (`electron PATH …`) and Chromium's switches before the
 * first word.
 */
export function userArguments(argv: readonly string[], appPathGiven: boolean): readonly string[] {
  const withoutSwitches = (from: number): number => {
    let at = from;
    while (argv[at]?.startsWith("--")) at += 1;
    return at;
  };
  const first = withoutSwitches(1);
  return argv.slice(appPathGiven ? withoutSwitches(first + 1) : first);
}

/**
 * The addresses to open among a person's arguments: each is a URL or a path; paths are resolved against `folder`, where they were
 * typed. Switches are no addresses.
 */
export function addressesOf(given: readonly string[], folder: string): readonly string[] {
  return given
    .filter((argument) => argument !== "" && !argument.startsWith("-"))
    .map((argument) => {
      if (/^[a-z][a-z0-9+.-]+:/i.test(argument)) return argument;
      const path = resolve(folder, argument);
      // `example.org/x` is no file here: then it is what it looks like.
      return LOOKS_LIKE_HOST.test(argument) && !existsSync(path) ? argument : path;
    });
}

/** The most addresses that another start hands over: more than anybody opens at once (guess). */
const MOST_HANDED = 50;
/** The longest of them, UTF-16 code units: the least that the usual browsers take. */
const LONGEST_HANDED = 8_192;

/** The addresses that another start of Lectern handed over. Any process of this user can say that it is one: only what is an address is taken. */
export function handedOver(data: unknown): readonly string[] {
  const { addresses } = Object(data) as Readonly<Record<string, unknown>>;
  if (!Array.isArray(addresses)) return [];
  const fits = (one: unknown): one is string =>
    typeof one === "string" && one !== "" && one.length <= LONGEST_HANDED && !one.startsWith("-");
  return addresses.slice(0, MOST_HANDED).filter(fits);
}

const LOOKS_LIKE_HOST = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?::\d+)?\//u;

/** Whether an argument could be a command's name: then it is worth loading the command line. An address or a path never is. */
export const looksLikeCommand = (argument: string | undefined): argument is string => argument !== undefined && /^[a-z]+$/.test(argument);
