import { type Command, languageTag, plainText, type SayPlatform } from "./say-platform.ts";
import { isSayable } from "./words.ts";

const START = `$ErrorActionPreference = 'Stop'
Add-Type -AssemblyName System.Speech
$speech = New-Object System.Speech.Synthesis.SpeechSynthesizer`;

// Streams, not [Console]::In and Out: those use the console's code page.
const LIST = `${START}
$lines = $speech.GetInstalledVoices() | Where-Object { $_.Enabled } | ForEach-Object { $_.VoiceInfo.Name + [char]9 + $_.VoiceInfo.Culture.Name }
$bytes = [System.Text.Encoding]::UTF8.GetBytes(($lines -join [char]10))
$out = [Console]::OpenStandardOutput()
$out.Write($bytes, 0, $bytes.Length)`;

const SPEAK = `${START}
$reader = New-Object System.IO.StreamReader([Console]::OpenStandardInput(), [System.Text.Encoding]::UTF8)
$text = $reader.ReadToEnd()
$speech.SelectVoice($env:LECTERN_VOICE)
$speech.SetOutputToWaveFile($env:LECTERN_FILE)
$speech.Speak($text)
$speech.Dispose()`;

/** A script in the form that needs no quoting: UTF-16 in base 64. */
const powershell = (script: string): readonly string[] => [
  "-NoProfile",
  "-NonInteractive",
  "-EncodedCommand",
  Buffer.from(script, "utf16le").toString("base64"),
];

/**
 * Windows' own voices (SAPI) by PowerShell. The scripts never change: text is standard input, voice and file are variables of the
 * environment, so nothing of them is ever read as a command. Built from the documentation; not run by us.
 */
export const windows: SayPlatform = {
  list: { program: "powershell.exe", args: powershell(LIST), stdin: new Uint8Array(0), environment: {} },
  parse: (printed) =>
    printed.split(/\r?\n/).flatMap((line) => {
      const [name = "", culture = ""] = line.split("\t");
      return name.trim() === "" || culture === "" ? [] : [{ name, lang: languageTag(culture.trim()) }];
    }),
  speak(text, voice, file): Command | null {
    const plain = plainText(text);
    if (!isSayable(plain) || voice.name.includes("\0")) return null;
    return {
      program: "powershell.exe",
      args: powershell(SPEAK),
      stdin: Buffer.from(plain, "utf8"),
      environment: { LECTERN_VOICE: voice.name, LECTERN_FILE: file },
    };
  },
  missing: "Windows lists no voices: add one in Settings, Time and language, Speech",
};
