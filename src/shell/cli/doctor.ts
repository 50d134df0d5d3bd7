import { constants } from "node:fs";
import { access, mkdtemp, readFile, rm, statfs } from "node:fs/promises";
import { homedir, release, tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { Failure, toFailure } from "../../model/index.ts";
import { type MessageKey, words } from "../../words/index.ts";
import { readCrashes } from "../crashes.ts";
import { withReader } from "./desk.ts";
import { write } from "./requests.ts";
import { PROGRAMS } from "./sound/programs.ts";
import { libraryPath, withApp } from "./world.ts";

/** What was looked at, and how it is. */
interface Finding {
  readonly what: "voices" | "sound" | "library" | "disk" | "temporary" | "sandbox" | "crashes";
  /** `note`: it works, and there is something to know. */
  readonly state: "fine" | "note" | "wrong";
  readonly message: string;
  /** What to do, null: nothing. */
  readonly next: string | null;
}

const fine = (what: Finding["what"], message: string): Finding => ({ what, state: "fine", message, next: null });

/** Less room than a refresh of some feeds and a few articles with their pictures take, bytes (guess). */
const LEAST_ROOM = 200_000_000;

/** Checks what Lectern needs, one after the other; none of it changes anything but a file that is made and removed again. */
async function examine(): Promise<readonly Finding[]> {
  return [await voices(), await sound(), await library(), await disk(), await temporary(), await sandbox(), crashes()];
}

async function voices(): Promise<Finding> {
  try {
    return await withApp({ keep: false }, async (app) => {
      const { voices: found, missing } = await app.voices({});
      const [first] = found;
      if (!first) throw new Failure("no-voice", "none");
      let samples = 0;
      const said = { text: "Yes.", voice: first.id, rate: 1, pitch: 1 };
      for await (const chunk of app.speak(said)) samples += chunk.samples.length;
      if (samples === 0) throw new Failure("engine", "silence");
      const absent = missing.map(({ engine, message }) => words("terminal.missing", { engine, message })).join(" ");
      return { ...fine("voices", words("terminal.doctor.voices", { count: found.length, voice: first.name })), next: absent || null };
    });
  } catch (thrown) {
    return wrong("voices", thrown);
  }
}

const wrong = (what: Finding["what"], thrown: unknown): Finding => {
  const { code } = toFailure(thrown);
  return { what, state: "wrong", message: words(`failure.${code}`), next: words(`failure.${code}.next`) };
};

const isThere = (path: string, mode: number): Promise<boolean> =>
  access(path, mode).then(
    () => true,
    () => false,
  );

/** Whether there is a program that plays for the command line; the window has Chromium for it. */
async function sound(): Promise<Finding> {
  if (process.platform !== "linux") return fine("sound", words("terminal.doctor.sound-system"));
  const folders = (process.env.PATH ?? "").split(delimiter);
  for (const { command } of PROGRAMS)
    for (const folder of folders)
      if (await isThere(join(folder, command), constants.X_OK)) return fine("sound", words("terminal.doctor.sound", { program: command }));
  return { what: "sound", state: "note", message: words("terminal.doctor.no-sound"), next: words("terminal.doctor.no-sound.next") };
}

async function library(): Promise<Finding> {
  try {
    const articles = await withReader((reader) => reader.articles({ limit: 1 }));
    return fine("library", words("terminal.doctor.library", { count: articles.length }));
  } catch (thrown) {
    return wrong("library", thrown);
  }
}

/** The nearest folder above that is there. */
async function standing(path: string): Promise<string> {
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) if (await isThere(folder, constants.F_OK)) return folder;
  return homedir();
}

async function disk(): Promise<Finding> {
  const folder = await standing(dirname(libraryPath()));
  if (!(await isThere(folder, constants.W_OK)))
    return {
      what: "disk",
      state: "wrong",
      message: words("terminal.doctor.no-write", { folder }),
      next: words("terminal.doctor.no-write.next"),
    };
  const { bavail, bsize } = await statfs(folder);
  const free = (bavail * bsize) / 1e6;
  if (bavail * bsize >= LEAST_ROOM) return fine("disk", words("terminal.doctor.disk", { free }));
  return { what: "disk", state: "wrong", message: words("terminal.doctor.full", { free }), next: words("terminal.doctor.full.next") };
}

async function temporary(): Promise<Finding> {
  try {
    await rm(await mkdtemp(join(tmpdir(), "lectern-doctor-")), { recursive: true });
    return fine("temporary", words("terminal.doctor.temporary"));
  } catch {
    const folder = tmpdir();
    return {
      what: "temporary",
      state: "wrong",
      message: words("terminal.doctor.no-write", { folder }),
      next: words("terminal.doctor.no-write.next"),
    };
  }
}

/** What Linux lets an ordinary user's program do, "" where the system does not say. */
const setting = (path: string): Promise<string> =>
  readFile(`/proc/sys/${path}`, "utf8").then(
    (text) => text.trim(),
    () => "",
  );

async function sandbox(): Promise<Finding> {
  const fail = (key: MessageKey, next: MessageKey): Finding => ({
    what: "sandbox",
    state: "wrong",
    message: words(key),
    next: words(next),
  });
  if (process.platform !== "linux")
    return fine("sandbox", words("terminal.doctor.sandbox", { system: `${process.platform} ${release()}` }));
  if (process.getuid?.() === 0) return fail("terminal.doctor.root", "terminal.doctor.root.next");
  const [clone, most, restricted] = await Promise.all(
    ["kernel/unprivileged_userns_clone", "user/max_user_namespaces", "kernel/apparmor_restrict_unprivileged_userns"].map(setting),
  );
  if (clone === "0" || most === "0" || restricted === "1") return fail("terminal.doctor.no-sandbox", "terminal.doctor.no-sandbox.next");
  return fine("sandbox", words("terminal.doctor.sandbox", { system: `Linux ${release()}` }));
}

function crashes(): Finding {
  const [last, ...others] = readCrashes(dirname(libraryPath()));
  if (!last) return fine("crashes", words("terminal.doctor.no-crash"));
  const { part, at, reason } = last;
  const message = words("terminal.doctor.crash", { part, at, reason, count: others.length });
  return {
    what: "crashes",
    state: "note",
    message,
    next: words("terminal.doctor.crash.next", { folder: join(dirname(libraryPath()), "crashes") }),
  };
}

/** `lectern doctor`: looks at what Lectern needs, and says what to do. Gives the exit code: 1 where something is wrong. */
export async function doctorCommand(options: { readonly json?: true }): Promise<number> {
  const findings = await examine();
  if (options.json) await write(`${JSON.stringify({ findings, crashes: readCrashes(dirname(libraryPath())) }, null, 2)}\n`);
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
