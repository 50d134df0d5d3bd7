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

const LOOKS_LIKE_HOST = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?::\d+)?\//u;

/** Whether an argument could be a command's name: then it is worth loading the command line. An address or a path never is. */
export const looksLikeCommand = (argument: string | undefined): argument is string => argument !== undefined && /^[a-z]+$/.test(argument);
