/** The language that a terminal's messages are wanted in, BCP 47: as POSIX says it (`LC_ALL`, `LC_MESSAGES`, `LANG`), else the system's. */
export function terminalLanguage(environment: NodeJS.ProcessEnv): string {
  const said = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  const name = said.split(".")[0]?.replace(/@.*$/, "").replaceAll("_", "-") ?? "";
  if (name === "C" || name === "POSIX") return "en";
  return name || Intl.DateTimeFormat().resolvedOptions().locale;
}
