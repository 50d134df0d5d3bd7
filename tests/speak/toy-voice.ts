import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * A voice of a kilobyte, made for the tests: a Piper model in which every sound hums for 50 ms at a height of its own. The few messages
 * of ONNX (onnx.proto3) that it needs are written by hand.
 */
type Field = readonly [number: number, value: number | string | Uint8Array | readonly Field[]];

const varint = (value: number): number[] => {
  const bytes: number[] = [];
  let left = value < 0 ? BigInt.asUintN(64, BigInt(value)) : BigInt(value);
  for (; left >= 0x80n; left >>= 7n) bytes.push(Number(left & 0x7fn) + 0x80);
  return [...bytes, Number(left)];
};

function message(fields: readonly Field[]): Uint8Array {
  const parts = fields.map(([number, value]) => {
    if (typeof value === "number") return Buffer.from([...varint(number * 8), ...varint(value)]);
    const content = typeof value === "string" ? Buffer.from(value, "utf8") : value instanceof Uint8Array ? value : message(value);
    return Buffer.concat([Buffer.from([...varint(number * 8 + 2), ...varint(content.length)]), content]);
  });
  return Buffer.concat(parts);
}

const FLOAT = 1;
const INT64 = 7;
const ATTRIBUTE_INT = 2;

const floats = (values: readonly number[]): Uint8Array => new Uint8Array(Float32Array.from(values).buffer);
const integers = (values: readonly number[]): Uint8Array => new Uint8Array(BigInt64Array.from(values, BigInt).buffer);
const tensor = (name: string, type: number, raw: Uint8Array, dims: readonly number[] = []): Field => [
  5,
  [...dims.map((dim): Field => [1, dim]), [2, type], [8, name], [9, raw]],
];
const number = (name: string, value: number): Field => tensor(name, FLOAT, floats([value]));
const integer = (name: string, values: readonly number[], dims: readonly number[] = []): Field =>
  tensor(name, INT64, integers(values), dims);
const node = (operation: string, inputs: readonly string[], output: string, attribute?: readonly [string, number]): Field => [
  1,
  [
    ...inputs.map((input): Field => [1, input]),
    [2, output],
    [4, operation],
    ...(attribute
      ? [
          [
            5,
            [
              [1, attribute[0]],
              [3, attribute[1]],
              [20, ATTRIBUTE_INT],
            ],
          ] as Field,
        ]
      : []),
  ],
];
const value = (field: number, name: string, type: number, dims: readonly (number | string)[]): Field => [
  field,
  [
    [1, name],
    [
      2,
      [
        [
          1,
          [
            [1, type],
            [2, dims.map((dim): Field => [1, [typeof dim === "string" ? [2, dim] : [1, dim]]])],
          ],
        ],
      ],
    ],
  ],
];

/** How a toy voice differs from the usual one. */
export interface Toy {
  readonly sampleRate?: number;
  readonly speakers?: number;
  /** Hz that a sound's number adds. */
  readonly height?: number;
}

const SECONDS_A_SOUND = 0.05;

/** The model's bytes, as Piper makes them: nothing is known of it but by the file beside it. */
export function toyModel({ sampleRate = 22_050, height = 6 }: Toy = {}): Uint8Array {
  const graph: Field[] = [
    // scales = [noise, length, width]; the sound is as long as there are symbols, times the second.
    node("Gather", ["scales", "second"], "length", ["axis", 0]),
    node("Shape", ["input"], "shape"),
    node("Gather", ["shape", "second"], "symbols", ["axis", 0]),
    node("Cast", ["symbols"], "count", ["to", FLOAT]),
    node("Mul", ["count", "perSound"], "samplesAtOne"),
    node("Mul", ["samplesAtOne", "length"], "samples"),
    node("Cast", ["samples"], "total", ["to", INT64]),
    node("Range", ["zero", "total", "one"], "places"),
    node("Cast", ["places"], "times", ["to", FLOAT]),
    node("Mul", ["times", "turn"], "phase"),
    node("Cast", ["input"], "sounds", ["to", FLOAT]),
    node("ReduceMean", ["sounds"], "mean", ["keepdims", 0]),
    node("Mul", ["mean", "height"], "above"),
    node("Add", ["above", "lowest"], "hertz"),
    node("Mul", ["hertz", "phase"], "angle"),
    node("Sin", ["angle"], "wave"),
    node("Mul", ["wave", "level"], "quiet"),
    node("Reshape", ["quiet", "outline"], "output"),
    [2, "toy"],
    number("perSound", SECONDS_A_SOUND * sampleRate),
    number("turn", (2 * Math.PI) / sampleRate),
    number("height", height),
    number("lowest", 100),
    number("level", 0.3),
    integer("second", [1]),
    integer("zero", [0]),
    integer("one", [1]),
    integer("outline", [1, 1, -1], [3]),
    value(11, "input", INT64, ["batch", "sounds"]),
    value(11, "input_lengths", INT64, ["batch"]),
    value(11, "scales", FLOAT, [3]),
    value(12, "output", FLOAT, ["batch", 1, "time"]),
  ];
  return message([
    [1, 8],
    [2, "tests"],
    [7, graph],
    [
      8,
      [
        [1, ""],
        [2, 13],
      ],
    ],
  ]);
}

const SOUNDS = [
  ..."_^$ !'(),-.:;?abcdefhijklmnopqrstuvwxyzæçðøħŋœɐɑɒɓɔɕɖɗɘəɚɛɜɞɟɠɡɢɣɤɥɦɧɨɪɫɬɭɮɯɰɱɲɳɴɵɶɸɹɺɻɽɾʀʁʂʃʄʈʉʊʋʌʍʎʏʐʑʒʔʕʘʙʛʜʝʟʡʢʲˈˌːˑ˞βθχᵻ0123456789",
];

/** What Piper writes beside a model. */
export function toyConfig({ sampleRate = 22_050, speakers = 1 }: Toy = {}, lang = "en_GB", espeak = "en-gb-x-rp"): Uint8Array {
  const config = {
    audio: { sample_rate: sampleRate, quality: "toy" },
    espeak: { voice: espeak },
    inference: { noise_scale: 0.667, length_scale: 1, noise_w: 0.8 },
    phoneme_type: "espeak",
    phoneme_id_map: Object.fromEntries(SOUNDS.map((sound, id) => [sound, [id]])),
    num_symbols: SOUNDS.length,
    num_speakers: speakers,
    speaker_id_map: speakers === 1 ? {} : Object.fromEntries(Array.from({ length: speakers }, (_, id) => [`person ${id + 1}`, id])),
    language: { code: lang, family: lang.slice(0, 2), name_english: "English" },
  };
  return Buffer.from(JSON.stringify(config));
}

/** A folder as a person may have downloaded it from Piper's list. */
export async function toyFolder(folder: string, name = "en_GB-toy-low", toy: Toy = {}): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.onnx`), toyModel(toy));
  await writeFile(join(folder, `${name}.onnx.json`), toyConfig(toy));
  return folder;
}
