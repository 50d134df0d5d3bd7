/** libopus as WebAssembly, without the wrapper that would take a native build where there is one: the same bytes everywhere. */
declare module "@evan/opus/wasm/index.mjs" {
  export class Encoder {
    constructor(options: { readonly channels: 1; readonly sample_rate: number; readonly application: "audio" | "voip" });
    ctl(request: number, value: number): void;
    /** A frame of 16-bit samples; the answer is the library's own memory. */
    encode(samples: Uint8Array): Uint8Array;
    drop(): void;
  }
}
