import { dirname, join } from "node:path";
import { examineLibrary, examineVoices } from "../../contract/index.ts";
import { toFailure } from "../../model/index.ts";
import { checkWords, words } from "../../words/index.ts";
import { readCrashes } from "../crashes.ts";
import { examineMachine } from "../examine.ts";
import { withReader } from "./desk.ts";
import { write, writeJson } from "./output.ts";
import { findProgram, PROGRAMS, tryProgram } from "./sound/programs.ts";
import { libraryPath, withApp } from "./world.ts";

/** What was looked at, and how it is, in words. */
interface Told {
  readonly what: string;
  /** `note`: it works, and there is something to know. */
  readonly state: "fine" | "note" | "wrong";
  readonly message: string;
  /** What to do, null: nothing. */
  readonly next: string | null;
}

/** Voices of engines that are not there are no fault, and can be got. */
async function voices(): Promise<Told> {
  try {
    return await tryVoices();
  } catch (thrown) {
    // Not even an app can be made: its temporary folder, for example, is not to be had.
    const { message, next } = checkWords({ what: "voices", state: "wrong", says: `failure.${toFailure(thrown).code}`, values: {} });
    return { what: "voices", state: "wrong", message, next };
  }
}

function tryVoices(): Promise<Told> {
  return withApp({ keep: false }, async (app) => {
    const found = await examineVoices(app, "en");
    const { missing } = await app.voices({});
    const absent = missing.map(({ engine, message }) => words("terminal.missing", { engine, message })).join(" ");
    const { message, next } = checkWords(found);
    return { what: found.what, state: found.state, message, next: next ?? (absent || null) };
  });
}

/** Whether there is a program that plays for the command line, and finds a device; the window has Chromium for it. */
async function sound(): Promise<Told> {
  const fine = (message: string): Told => ({ what: "sound", state: "fine", message, next: null });
  if (process.platform !== "linux") return fine(words("terminal.doctor.sound-system"));
  const found = PROGRAMS.filter(({ command }) => findProgram(command));
  for (const program of found)
    if ((await tryProgram(program)) === null) return fine(words("terminal.doctor.sound", { program: program.command }));
  if (found.length > 0) return { what: "sound", state: "note", message: words("failure.device"), next: words("failure.device.next") };
  return { what: "sound", state: "note", message: words("terminal.doctor.no-sound"), next: words("terminal.doctor.no-sound.next") };
}

/** Checks what Lectern needs, one after the other. */
async function examine(home: string): Promise<readonly Told[]> {
  const first = [await voices(), await sound()];
  const library = await examineLibrary(() => withReader((reader) => reader.articles({ limit: 1 })));
  const others = [library, ...(await examineMachine(home))].map((finding): Told => {
    const { message, next } = checkWords(finding);
    const folder = join(home, "crashes");
    const kept = finding.says === "check.crash" ? words("terminal.doctor.crash.next", { folder }) : null;
    return { what: finding.what, state: finding.state, message, next: next ?? kept };
  });
  return [...first, ...others];
}

/** `lectern doctor`: looks at what Lectern needs, and says what to do. Gives the exit code: 1 where something is wrong. */
export async function doctorCommand(options: { readonly json?: true }): Promise<number> {
  const home = dirname(libraryPath());
  const findings = await examine(home);
  if (options.json) await writeJson({ findings, crashes: readCrashes(home) });
  else
    await write(
      findings
        .map(
          ({ what, state, message, next }) =>
            `${words(`terminal.doctor.is.${state}`, { what })} ${message}\n${next ? `    ${next}\n` : ""}`,
        )
        .join(""),
    );
  return findings.some(({ state }) => state === "wrong") ? 1 : 0;
}
