import type { Dirent } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Failure } from "../model/index.ts";
import { mainModel, NEURAL_KINDS, type NeuralShape, shapeOf } from "./neural-kinds.ts";
import { appendMetadata, NotOnnx, readMetadata } from "./neural-onnx.ts";

/** What a voice's folder is, as Lectern keeps it in `voice.json` beside the model. */
export interface NeuralVoice {
  readonly format: 1;
  readonly title: string;
  /** BCP 47. */
  readonly lang: string;
  readonly shape: NeuralShape;
  /** Whether eSpeak NG tells it how words sound. */
  readonly espeak: boolean;
  /** eSpeak NG's own name of the language that it is asked in; null: not known. */
  readonly espeakVoice: string | null;
  /** The names of its speakers, in their order; one without a name: "". */
  readonly speakers: readonly string[];
  /** Null: not known. */
  readonly licence: string | null;
  /** Where it came from, null: not known. */
  readonly source: string | null;
  /** Bytes on the disk. */
  readonly size: number;
}

/** The file that makes a folder a voice. */
export const VOICE_FILE = "voice.json";

/** The most of a small file that is read, bytes: the largest list of sounds known to us has 30 kB (guess). */
const LARGEST_TEXT = 5_000_000;
/** More speakers than these are not listed: one model has 904 (guess). */
export const MOST_SPEAKERS = 64;
const LONGEST_NAME = 80;

const refused = (what: string): Failure => new Failure("unsupported", what);
/** Names of languages that eSpeak NG lists but sherpa-onnx's build of it does not find (measured with 1.13.8), and what it finds. */
const FOUND_AS: Readonly<Record<string, string>> = { "en-gb": "en", "fr-fr": "fr" };
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

async function readJson(path: string): Promise<unknown> {
  const bytes = await readFile(path);
  if (bytes.length > LARGEST_TEXT) throw refused("The voice’s description is too large.");
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    throw refused("The voice’s description can’t be read.");
  }
}

/** Plain words on one line: names come from outside. */
const cleaned = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, LONGEST_NAME);

/** A language tag as it should be written, null for what is none. */
export function languageTag(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text.replaceAll("_", "-"))[0] ?? null;
  } catch {
    return null;
  }
}

/** Piper's own pair of files: a model and what is known of it. */
async function piperFiles(names: readonly string[]): Promise<{ readonly model: string; readonly config: string } | null> {
  const pairs = names.filter((name) => name.endsWith(".onnx") && names.includes(`${name}.json`));
  if (pairs.length > 1) throw refused("There are several voices in this folder. Put each into a folder of its own.");
  const [model] = pairs;
  return model === undefined ? null : { model, config: `${model}.json` };
}

/**
 * Makes Piper's own files what sherpa-onnx runs: the list of sounds as `tokens.txt`, and what is known of the model at its end.
 * @throws Failure `unsupported`
 */
async function adaptPiper(folder: string, model: string, config: Readonly<Record<string, unknown>>): Promise<void> {
  const sounds = config.phoneme_id_map;
  const audio = config.audio;
  const espeak = config.espeak;
  if (!isRecord(sounds) || !isRecord(audio) || !isRecord(espeak) || typeof espeak.voice !== "string")
    throw refused("This voice is not of a kind that Lectern can run.");
  if (config.phoneme_type !== undefined && config.phoneme_type !== "espeak")
    throw refused("This voice is spelled out by a program that Lectern does not have.");
  const lines = Object.entries(sounds).flatMap(([sound, ids]) => {
    const id: unknown = Array.isArray(ids) ? ids[0] : ids;
    return sound === "\n" || typeof id !== "number" ? [] : [`${sound} ${id}\n`];
  });
  const rate = Number(audio.sample_rate);
  const speakers = Number(config.num_speakers ?? 1);
  if (lines.length === 0 || !(rate >= 8000 && rate <= 48_000) || !(speakers >= 1)) throw refused("The voice’s description is not whole.");
  await writeFile(join(folder, "tokens.txt"), lines.join(""));
  const known = await readMetadata(join(folder, model));
  if (known.has("sample_rate")) return;
  await appendMetadata(join(folder, model), {
    model_type: "vits",
    comment: "piper",
    language: isRecord(config.language) && typeof config.language.name_english === "string" ? config.language.name_english : espeak.voice,
    voice: FOUND_AS[espeak.voice] ?? espeak.voice,
    has_espeak: "1",
    n_speakers: String(speakers),
    sample_rate: String(rate),
  });
}

/** What a person, a catalogue or a file name says of a voice before its files are looked at. */
export interface Said {
  readonly title?: string | undefined;
  readonly lang?: string | undefined;
  readonly licence?: string | undefined;
  readonly source?: string | undefined;
}

/** "en_GB-alba-medium" is a name and a language. */
const named = (name: string): { readonly lang: string | null; readonly title: string } => {
  const found = /(?:^|[-_])([a-z]{2,3}[_-][A-Z]{2})-([A-Za-z0-9_]+)/.exec(name);
  if (!found) return { lang: null, title: cleaned(name.replace(/\.onnx$/, "").replaceAll(/[-_]+/g, " ")) };
  const plain = (found[2] ?? "").replaceAll("_", " ");
  return { lang: languageTag(found[1] ?? ""), title: cleaned(plain.charAt(0).toUpperCase() + plain.slice(1)) };
};

const speakersOf = (map: unknown, count: number): readonly string[] => {
  const names = Array.from({ length: Math.min(MOST_SPEAKERS, Math.max(1, count)) }, () => "");
  if (isRecord(map)) for (const [name, id] of Object.entries(map)) if (typeof id === "number" && id in names) names[id] = cleaned(name);
  return names;
};

/**
 * Looks at a folder of a voice's files, makes them what the engine runs, and writes `voice.json`. The folder is ours: nothing else is
 * changed while it is looked at.
 * @param name the folder's name where it came from, which often says the language
 * @throws Failure `unsupported` for what is no voice, or a damaged one
 */
export async function describeFolder(folder: string, name: string, said: Said): Promise<NeuralVoice> {
  try {
    return await describe(folder, name, said);
  } catch (thrown) {
    if (thrown instanceof NotOnnx) throw new Failure("unsupported", "The voice’s model is damaged or was cut off.", { cause: thrown });
    throw thrown;
  }
}

async function describe(folder: string, name: string, said: Said): Promise<NeuralVoice> {
  const entries: readonly Dirent[] = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  const piper = await piperFiles(names);
  const config = piper ? await readJson(join(folder, piper.config)) : null;
  if (piper) {
    if (!isRecord(config)) throw refused("The voice’s description is not whole.");
    await adaptPiper(folder, piper.model, config);
    if (!names.includes("tokens.txt")) names.push("tokens.txt");
  }
  const shape = await shapeOf(names, (model) => readMetadata(join(folder, model)));
  if (!shape) throw refused("This folder holds no voice that Lectern can run.");
  for (const model of names.filter((file) => file.endsWith(".onnx"))) await readMetadata(join(folder, model));
  const main = mainModel(shape);
  const metadata = main === null ? new Map<string, string>() : await readMetadata(join(folder, main));
  const inFile = isRecord(config) && isRecord(config.language) && typeof config.language.code === "string" ? config.language.code : null;
  const espeakVoice = metadata.get("voice") ?? null;
  const guessed = named(piper?.model ?? name);
  const lang = said.lang ?? inFile ?? guessed.lang ?? espeakVoice ?? "en";
  const speakers = Number(metadata.get("n_speakers") ?? 1);
  const listed = (metadata.get("speaker_names") ?? "").split(",").filter(Boolean);
  const map = isRecord(config) ? config.speaker_id_map : Object.fromEntries(listed.map((speaker, id) => [speaker, id]));
  const voice: NeuralVoice = {
    format: 1,
    title: cleaned(said.title ?? guessed.title) || "Voice",
    lang: languageTag(lang) ?? "en",
    shape,
    espeak: shape.kind !== "supertonic" && metadata.get("has_espeak") !== "0" && !(shape.kind === "vits" && !metadata.has("has_espeak")),
    espeakVoice: espeakVoice === null ? null : cleaned(espeakVoice),
    speakers: speakersOf(map, speakers),
    licence: said.licence === undefined ? null : cleaned(said.licence),
    source: said.source === undefined ? null : said.source.slice(0, 2000),
    size: 0,
  };
  return voice;
}

/** What `voice.json` in a folder says, null when it can't be believed. */
export async function readVoiceFile(folder: string): Promise<NeuralVoice | null> {
  let value: unknown;
  try {
    value = await readJson(join(folder, VOICE_FILE));
  } catch {
    return null;
  }
  if (!isRecord(value) || value.format !== 1 || !isRecord(value.shape) || !isRecord(value.shape.files)) return null;
  const { shape } = value;
  const text = (found: unknown): string | null => (typeof found === "string" ? found : null);
  const kind = NEURAL_KINDS.find((known) => known === shape.kind);
  const files = Object.entries(value.shape.files).flatMap(([part, file]) =>
    typeof file === "string" && !/[\\/]|^\.\.?$/.test(file) ? [[part, file] as const] : [],
  );
  const title = text(value.title);
  const lang = text(value.lang);
  if (!kind || files.length === 0 || title === null || lang === null || !Array.isArray(value.speakers)) return null;
  return {
    format: 1,
    title: cleaned(title),
    lang: languageTag(lang) ?? "en",
    shape: { kind, files: Object.fromEntries(files) },
    espeak: value.espeak === true,
    espeakVoice: text(value.espeakVoice),
    speakers: value.speakers.slice(0, MOST_SPEAKERS).map((speaker) => cleaned(String(speaker))),
    licence: text(value.licence),
    source: text(value.source),
    size: typeof value.size === "number" && value.size > 0 ? value.size : 0,
  };
}
