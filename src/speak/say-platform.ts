/** A program to run: never a shell, and nothing from outside in `args`. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  /** What is written to its standard input. */
  readonly stdin: Uint8Array;
  /** Variables beside those of this process. */
  readonly environment: Readonly<Record<string, string>>;
}

/** A voice that the system lists. */
export interface SystemVoice {
  /** As the system's programs take it. */
  readonly name: string;
  /** BCP 47; `und` where the system does not say. */
  readonly lang: string;
}

/** How one operating system's own voices are asked. Pure: it only says what to run. */
export interface SayPlatform {
  /** Lists the voices. */
  readonly list: Command;
  /** Reads what `list` printed. */
  parse(printed: string): readonly SystemVoice[];
  /** Speaks a text into a WAV file of ours. `voice` is one of the list. Null: there is nothing in the text that the voice can say. */
  speak(text: string, voice: SystemVoice, file: string): Command | null;
  /** What to do when there are no voices: plain English for people. */
  readonly missing: string;
}

/** A tag as the system writes it (`en_US`) as BCP 47. */
export function languageTag(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll("_", "-"))[0] ?? "und";
  } catch {
    return "und";
  }
}

/** Text for a program that reads plain text: no controls, no halves of characters. */
export const plainText = (text: string): string => text.replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, " ");
