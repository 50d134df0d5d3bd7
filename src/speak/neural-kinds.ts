import { join } from "node:path";
import type { NeuralModel } from "./neural-protocol.ts";

/** The families of neural voices that can be run. */
export const NEURAL_KINDS = ["vits", "kokoro", "kitten", "matcha", "supertonic"] as const;
export type NeuralKind = (typeof NEURAL_KINDS)[number];

/** The files of one model: what they are to sherpa-onnx → their names in the voice's folder. */
export type NeuralFiles = Readonly<Record<string, string>>;

/** A model's family and files. */
export interface NeuralShape {
  readonly kind: NeuralKind;
  readonly files: NeuralFiles;
}

/** Supertonic's files, which have names of their own. */
const SUPERTONIC: NeuralFiles = {
  durationPredictor: "duration_predictor",
  textEncoder: "text_encoder",
  vectorEstimator: "vector_estimator",
  vocoder: "vocoder",
};

/** Which of several models of one folder is taken: the plain one before one that was made smaller. */
const plainFirst = (one: string, other: string): number =>
  Number(/int8|fp16/i.test(one)) - Number(/int8|fp16/i.test(other)) || one.localeCompare(other);

/**
 * What a folder with these files is, by the names that sherpa-onnx gives them; null: no voice that Lectern can run.
 * @param metadata what the model that is named says of itself
 */
export async function shapeOf(
  names: readonly string[],
  metadata: (name: string) => Promise<ReadonlyMap<string, string>>,
): Promise<NeuralShape | null> {
  const models = names.filter((name) => name.endsWith(".onnx")).sort(plainFirst);
  const named = (pattern: RegExp): string | undefined => names.filter((name) => pattern.test(name)).sort(plainFirst)[0];
  const parts = Object.entries(SUPERTONIC).map(([part, stem]) => [part, named(new RegExp(`^${stem}(\\.[a-z0-9]+)?\\.onnx$`))] as const);
  const indexer = named(/^unicode_indexer\.(bin|json)$/);
  const style = named(/^voice(_style)?s?\.bin$/);
  if (names.includes("tts.json") && indexer && style && parts.every(([, name]) => name))
    return { kind: "supertonic", files: { ...definite(parts), ttsJson: "tts.json", unicodeIndexer: indexer, voiceStyle: style } };
  if (!names.includes("tokens.txt")) return null;
  const tokens = "tokens.txt";
  const vocoder = models.find((name) => /^(vocos|hifigan)/i.test(name));
  const model = models.find((name) => name !== vocoder);
  if (!model) return null;
  const lexicons = names.filter((name) => /^lexicon[\w-]*\.txt$/.test(name)).sort();
  const voices = named(/^voices\.bin$/);
  if (voices) {
    const type = (await metadata(model)).get("model_type") ?? "";
    if (/^kitten/.test(type)) return { kind: "kitten", files: { model, voices, tokens } };
    return { kind: "kokoro", files: { model, voices, tokens, ...(lexicons.length > 0 ? { lexicon: lexicons.join() } : {}) } };
  }
  const lexicon = lexicons.length > 0 ? { lexicon: lexicons.join() } : {};
  if (vocoder) return { kind: "matcha", files: { acousticModel: model, vocoder, tokens, ...lexicon } };
  return { kind: "vits", files: { model, tokens, ...lexicon } };
}

const definite = (pairs: readonly (readonly [string, string | undefined])[]): Record<string, string> =>
  Object.fromEntries(pairs.flatMap(([key, name]) => (name === undefined ? [] : [[key, name]])));

/** Names of a voice's files that are lists of names, or no files of models. */
export const fileNames = ({ files }: NeuralShape): readonly string[] => Object.values(files).flatMap((names) => names.split(","));

/** The model file that says most of a voice: its language, its speakers. */
export const mainModel = ({ files }: NeuralShape): string | null => files.model ?? files.acousticModel ?? null;

/** How its process is asked to load a voice. */
export function modelOf(
  shape: NeuralShape,
  folder: string,
  options: { readonly data: string | null; readonly lang: string; readonly packages: string | null },
): NeuralModel {
  const paths = Object.entries(shape.files).map(
    ([part, names]) =>
      [
        part,
        names
          .split(",")
          .map((name) => join(folder, name))
          .join(),
      ] as const,
  );
  const config: Record<string, string> = Object.fromEntries(paths);
  if (options.data !== null) config.dataDir = options.data;
  if (shape.kind === "kokoro") config.lang = options.lang;
  return {
    config: { [shape.kind]: config },
    data: options.data,
    packages: options.packages,
    manner: shape.kind === "supertonic" ? "steps" : "plain",
  };
}
