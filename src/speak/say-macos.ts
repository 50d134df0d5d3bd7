import { type Command, languageTag, plainText, type SayPlatform } from "./say-platform.ts";
import { isSayable } from "./words.ts";

/**
 * macOS's `say`. The text is its standard input: as an argument, one that begins with `-` would be an option. Its embedded commands
 * (`[[rate 300]]`) lose their brackets. Built from the manual page; not run by us.
 */
export const macos: SayPlatform = {
  list: { program: "say", args: ["-v", "?"], stdin: new Uint8Array(0), environment: {} },
  // "Eddy (English (US)) en_US    # Hello! My name is Eddy."
  parse: (printed) =>
    printed.split("\n").flatMap((line) => {
      const [, name, tag] = /^(\S.*?)\s+([a-z]{2,3}[_-][A-Za-z0-9_-]+)\s+#/.exec(line) ?? [];
      return name !== undefined && tag !== undefined && !name.startsWith("-") ? [{ name, lang: languageTag(tag) }] : [];
    }),
  speak(text, voice, file): Command | null {
    const plain = plainText(text).replace(/[[\]]/g, " ");
    if (!isSayable(plain)) return null;
    const args = ["-v", voice.name, "-o", file, "--file-format=WAVE", "--data-format=LEI16@22050", "-f", "-"];
    return { program: "say", args, stdin: Buffer.from(plain, "utf8"), environment: {} };
  },
  missing: "macOS lists no voices: add one in System Settings, Accessibility, Spoken Content",
};
