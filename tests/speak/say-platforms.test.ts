import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { festival, latinOf } from "../../src/speak/say-festival.ts";
import { macos } from "../../src/speak/say-macos.ts";
import type { Command, SayPlatform } from "../../src/speak/say-platform.ts";
import { windows } from "../../src/speak/say-windows.ts";
import { HOSTILE } from "./hostile.ts";

const FILE = "/var/lib/ours/say-1.wav";
const platforms: readonly (readonly [string, SayPlatform, string])[] = [
  ["Festival", festival, "kal_diphone"],
  ["macOS", macos, "Eddy (English (US))"],
  ["Windows", windows, "Microsoft O'Brien Desktop"],
];
const said = (command: Command | null): string => Buffer.from(command?.stdin ?? []).toString("utf8");

describe.each(platforms)("the command for %s", (_, platform, name) => {
  const voice = { name, lang: "en-US" };
  const harmless = platform.speak("hello", voice, FILE);

  it.each(HOSTILE)("has nothing of the text in it: %s", (_name, text) => {
    const command = platform.speak(text, voice, FILE);
    expect(command).not.toBeNull();
    expect({ ...command, stdin: null }).toEqual({ ...harmless, stdin: null });
    expect(said(command)).not.toMatch(/[\p{Cc}\ufffd]/u);
  });

  it("is the same for any text, or none where there is nothing to say", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const command = platform.speak(text, voice, FILE);
        if (command) expect({ ...command, stdin: null }).toEqual({ ...harmless, stdin: null });
      }),
    );
  });

  it("is none for punctuation", () => {
    expect(platform.speak(" … !? ", voice, FILE)).toBeNull();
  });
});

describe("Festival", () => {
  it("is asked by text2wave, with the text as its input", () => {
    expect(festival.speak("Hello", { name: "kal_diphone", lang: "en-US" }, FILE)).toEqual({
      program: "text2wave",
      args: ["-eval", "(voice_kal_diphone)", "-otype", "riff", "-o", FILE],
      stdin: Buffer.from("Hello"),
      environment: {},
    });
  });

  it.each(['kal)(system "touch ran")', "a b", "", "kal\n", "../x"])("is never asked for a voice %j", (name) => {
    expect(festival.speak("Hello", { name, lang: "en" }, FILE)).toBeNull();
    expect(festival.parse(`${name}\tenglish\tamerican\n`).some((voice) => voice.name === name)).toBe(false);
  });

  it("lists its voices with their languages", () => {
    const printed = "kal_diphone\tenglish\tamerican\nel_diphone\tspanish\tcastilian\nodd_one\tklingon\t\nSIOD ERROR: what?\n\n";
    expect(festival.parse(printed)).toEqual([
      { name: "kal_diphone", lang: "en-US" },
      { name: "el_diphone", lang: "es" },
      { name: "odd_one", lang: "und" },
    ]);
  });

  it("gets no punctuation that stands alone: it would crash", () => {
    expect(latinOf('war – " ... (a) , 5 % & b!" – ".', "en").trim().split(/\s+/)).toEqual(["war", "(a)", "5", "%", "&", "b!"]);
  });

  it("gets letters that it can say", () => {
    const latin = latinOf("Café Søren’s “straße” – Łódź… 😀 日本 €5 ﬁne\0\ud83d", "en");
    expect(latin.trim().split(/\s+/)).toEqual(["Cafe", "Soren's", "strasse", "Lodz...", "euro", "5", "fine"]);
    expect(latinOf("I AM here at nine thirty AM, not at five PM.", "en")).toBe("I AM here at nine thirty A M, not at five P M.");
    expect(latinOf("niño Łódź", "es")).toBe("niño Lódz");
  });
});

describe("macOS's say", () => {
  it("is asked with the text as its input, without its commands", () => {
    const command = macos.speak("-o /etc/passwd [[rate 300]] hi", { name: "Alex", lang: "en-US" }, FILE);
    expect(command?.args).toEqual(["-v", "Alex", "-o", FILE, "--file-format=WAVE", "--data-format=LEI16@22050", "-f", "-"]);
    expect(said(command)).toBe("-o /etc/passwd   rate 300   hi");
  });

  it("lists its voices", () => {
    const printed = `Alex                en_US    # Most people recognize me by my voice.
Eddy (English (US)) en_US    # Hello! My name is Eddy.
Tingting            zh_CN    # 你好！我叫婷婷。
-v evil             en_US    # no
nonsense`;
    expect(macos.parse(printed)).toEqual([
      { name: "Alex", lang: "en-US" },
      { name: "Eddy (English (US))", lang: "en-US" },
      { name: "Tingting", lang: "zh-CN" },
    ]);
  });
});

describe("Windows' speech", () => {
  const script = (command: Command | null): string => Buffer.from(command?.args.at(-1) ?? "", "base64").toString("utf16le");

  it("is asked by a script that never changes; voice and file are variables", () => {
    const evil = "'; Remove-Item C:\\ -Recurse; '$(calc)`";
    const command = windows.speak("“Hello”; exit", { name: evil, lang: "en-US" }, "C:\\Users\\o'neil\\say.wav");
    expect(command?.args.slice(0, -1)).toEqual(["-NoProfile", "-NonInteractive", "-EncodedCommand"]);
    expect(script(command)).toBe(script(windows.speak("other", { name: "Zira", lang: "en-US" }, "D:\\x.wav")));
    expect(script(command)).not.toContain("Remove-Item");
    expect(command?.environment).toEqual({ LECTERN_VOICE: evil, LECTERN_FILE: "C:\\Users\\o'neil\\say.wav" });
    expect(said(command)).toBe("“Hello”; exit");
  });

  it("reads text as UTF-8, whatever the console's code page", () => {
    expect(script(windows.speak("x", { name: "Zira", lang: "en" }, FILE))).toContain("OpenStandardInput(), [System.Text.Encoding]::UTF8");
  });

  it("lists its voices", () => {
    expect(windows.parse("Microsoft Zira Desktop\ten-US\r\nMicrosoft Hedda\tde-DE\n\nbroken\n")).toEqual([
      { name: "Microsoft Zira Desktop", lang: "en-US" },
      { name: "Microsoft Hedda", lang: "de-DE" },
    ]);
  });
});
