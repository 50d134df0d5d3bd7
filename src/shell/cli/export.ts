import { availableParallelism } from "node:os";
import { type EditionFormat, SOUND_OF, type SpeechEngine, type Verbosity } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { COMMAND_PATIENCE, espeakHere } from "../espeak.ts";
import { editionFile } from "./edition-file.ts";
import { type SaidOptions, wrongUsage } from "./requests.ts";

/** The options of `lectern export`. */
export interface ExportOptions extends SaidOptions {
  /** Not said: as the file's name ends. */
  readonly format?: EditionFormat;
  readonly out?: string;
  readonly title?: string;
  readonly voice?: string;
  readonly rate?: number;
  readonly verbosity?: Verbosity;
  readonly force?: true;
  readonly json?: true;
}

/** The voice of another engine, as `--voice` names it. */
const OTHER_ENGINE = /^(?!espeak:)[a-z]+:/;
/** So many voices are started at once: more would take the time of what they wait for (guess). */
const AT_ONCE = 2;

/** eSpeak NG, as it will most likely speak, started: that takes as long as loading all that comes before. */
function startedVoices(voice: string | undefined, format: EditionFormat): readonly SpeechEngine[] {
  // The list of voices needs one, whatever speaks.
  const isSpoken = SOUND_OF[format] !== null && !OTHER_ENGINE.test(voice ?? "");
  const engines = Array.from({ length: isSpoken ? Math.min(AT_ONCE, availableParallelism()) : 1 }, () => espeakHere(COMMAND_PATIENCE));
  // Who asks for it again hears why it did not start.
  for (const engine of engines) engine.voices().catch(() => {});
  return engines;
}

/** `lectern export`: articles as one file to take along, a chapter each. What was begun before and not finished is gone on with. */
export async function exportCommand(addresses: readonly string[], options: ExportOptions, interrupt: AbortSignal): Promise<void> {
  if (addresses.length === 0) wrongUsage(words("terminal.export-needs-address"));
  if (options.out === "-") wrongUsage(words("terminal.export-out-is-file"));
  if (addresses.filter((address) => address === "-").length > 1) wrongUsage(words("terminal.export-one-input"));
  const { out, format } = editionFile(options.out, options.format);
  const voices = startedVoices(options.voice, format);
  try {
    const { makeEdition } = await import("./make-edition.ts");
    await makeEdition(addresses, { ...options, out, format }, voices, interrupt);
  } finally {
    await Promise.all(voices.map((voice) => voice.close()));
  }
}
