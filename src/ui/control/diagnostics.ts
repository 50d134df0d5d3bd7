import { type Desktop, examineLibrary, examineVoices, type Reader } from "../../contract/index.ts";
import { CHECKED, type Diagnosis, type Finding } from "../../model/index.ts";
import { checkWords, interfaceLanguage, interfaceLocale, joined, sentencesOf, words } from "../../words/index.ts";
import type { Announcer } from "./announcer.ts";

/** A finding in words. */
export interface ToldFinding {
  readonly what: Finding["what"];
  readonly state: Finding["state"];
  readonly message: string;
  readonly next: string | null;
}

/** All that is known of how Lectern is, in words: no text of an article and no address. */
export interface Told {
  /** Lectern's version and the system. */
  readonly system: string;
  readonly findings: readonly ToldFinding[];
  /** The last crash; null: there is none. */
  readonly crash: string | null;
  /** The log's last lines, the oldest first. */
  readonly log: readonly string[];
}

/** What a person does with the diagnostics. */
export interface Diagnostics {
  /** Looks at everything, and tries a voice. @throws Failure where the window itself can't be asked */
  look(): Promise<Told>;
  copy(told: Told): void;
  hear(told: Told): void;
}

/** When, as logs have it (ISO 8601) and in the machine's own zone: the line is English in every language. */
const logTime = (at: string): string => new Date(at).toLocaleString("sv");

const time = (at: string): string => {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? at : date.toLocaleString(interfaceLocale(), { dateStyle: "medium", timeStyle: "medium" });
};

/** A voice that is only called by the English name of its language, as eSpeak NG's are, is called by that of the window's. */
function voiceWords(name: string, lang: string): string {
  const called = (by: string): string | undefined => new Intl.DisplayNames([by], { type: "language" }).of(lang);
  try {
    return called("en") === name ? (called(interfaceLanguage()) ?? name) : name;
  } catch {
    return name;
  }
}

function tell(finding: Finding): ToldFinding {
  const { at, voice, lang } = finding.values;
  const values = {
    ...finding.values,
    ...(typeof at === "string" ? { at: time(at) } : {}),
    ...(typeof voice === "string" && typeof lang === "string" ? { voice: voiceWords(voice, lang) } : {}),
  };
  return { what: finding.what, state: finding.state, ...checkWords({ ...finding, values }) };
}

/** A finding as a line. */
export const findingLine = ({ what, state, message, next }: ToldFinding): string =>
  sentencesOf([joined([words(`diagnostics.is.${state}`), words(`diagnostics.${what}`)]), message, next ?? ""]);

/** What is copied: as it is shown. */
function textOf({ system, findings, crash, log }: Told): string {
  const part = (title: string, lines: readonly string[]): string => (lines.length === 0 ? "" : `\n${title}\n${lines.join("\n")}\n`);
  return [
    `${system}\n`,
    part(words("diagnostics.checks"), findings.map(findingLine)),
    part(words("diagnostics.crash"), crash === null ? [] : [crash]),
    part(words("diagnostics.log"), log),
  ].join("");
}

/** What is heard: what is wrong first, and no lines of the log. */
function spoken({ findings, crash }: Told): string {
  const ranks = { wrong: 0, note: 1, fine: 2 } as const;
  return joined([
    ...findings.toSorted((one, other) => ranks[one.state] - ranks[other.state]).map(findingLine),
    ...(crash === null ? [] : [crash]),
  ]);
}

/** The diagnostics of a window. */
export function createDiagnostics({
  reader,
  desktop,
  announcer,
}: {
  readonly reader: Pick<Reader, "voices" | "speak" | "settings" | "articles">;
  readonly desktop: Pick<Desktop, "diagnose" | "copyText">;
  readonly announcer: Pick<Announcer, "answer" | "status">;
}): Diagnostics {
  return {
    async look() {
      const machine = desktop.diagnose();
      const [voices, library] = await Promise.all([
        examineVoices(reader, interfaceLanguage()),
        examineLibrary(() => reader.articles({ limit: 1 })),
      ]);
      const { version, system, findings, crash, log }: Diagnosis = await machine;
      const all = [voices, library, ...findings].toSorted((one, other) => CHECKED.indexOf(one.what) - CHECKED.indexOf(other.what));
      const told = crash && { ...crash, at: time(crash.at) };
      return {
        system: `Lectern ${version}, ${system}`,
        findings: all.map(tell),
        crash:
          told && words("diagnostics.crashed", { part: told.part, at: told.at, reason: told.reason, version: told.version, ran: told.ran }),
        log: log.map(({ at, part, text }) => `${logTime(at)} ${part}: ${text}`),
      };
    },
    copy(told) {
      desktop.copyText(textOf(told)).then(
        () => announcer.status(words("diagnostics.copied")),
        () => announcer.status(words("diagnostics.notCopied")),
      );
    },
    hear: (told) => announcer.answer(spoken(told)),
  };
}
