// A private sound server without a sound card, and everything that is audible on it as samples with wall-clock times.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Hz. */
export const RATE = 48_000;

/** Now, in the clock of the recording: milliseconds since 1970. */
export const epoch = () => performance.timeOrigin + performance.now();

const until = async (done, limit, what) => {
  const start = Date.now();
  while (!done()) {
    if (Date.now() - start > limit) throw new Error(`${what} did not start`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

/**
 * Starts PulseAudio with a null sink and records its monitor. Needs Debian's pulseaudio and pulseaudio-utils.
 * `env` leads a program's sound into it.
 */
export async function startRecorder() {
  const folder = await mkdtemp(join(tmpdir(), "lectern-sound-"));
  const socket = join(folder, "native");
  const env = { HOME: folder, XDG_RUNTIME_DIR: folder, PULSE_RUNTIME_PATH: folder, PULSE_STATE_PATH: folder };
  const server = spawn(
    "pulseaudio",
    [
      ...["-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1", "--disable-shm=yes", "--realtime=no", "--high-priority=no"],
      ...["-L", `module-null-sink sink_name=bench rate=${RATE} channels=2`],
      ...["-L", `module-native-protocol-unix auth-anonymous=1 socket=${socket}`],
    ],
    { env: { ...process.env, ...env }, stdio: "ignore" },
  );
  await until(() => existsSync(socket), 5000, "pulseaudio");
  const address = `unix:${socket}`;
  const recorder = spawn(
    "parec",
    ["--raw", "--format=s16le", `--rate=${RATE}`, "--channels=1", "--latency-msec=5", "--process-time-msec=5", "--device=bench.monitor"],
    { env: { ...process.env, PULSE_SERVER: address }, stdio: ["ignore", "pipe", "inherit"] },
  );
  const parts = [];
  let count = 0;
  let chunks = 0;
  // The wall clock of sample 0: the least delayed chunk tells it best; the first chunks come in a burst.
  let zero = Number.POSITIVE_INFINITY;
  const BURST = 20;
  let odd = Buffer.alloc(0);
  recorder.stdout.on("data", (data) => {
    const bytes = Buffer.concat([odd, data]);
    odd = bytes.subarray(bytes.length & ~1);
    const samples = new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + (bytes.length & ~1)));
    parts.push(samples);
    count += samples.length;
    chunks += 1;
    if (chunks > BURST) zero = Math.min(zero, epoch() - (count / RATE) * 1000);
  });
  await until(() => chunks > BURST, 5000, "the recorder");

  /** The samples from one wall-clock time to another, Float32. */
  const between = (from, to) => {
    const start = Math.max(0, Math.round(((from - zero) / 1000) * RATE));
    const end = Math.min(count, Math.round(((to - zero) / 1000) * RATE));
    const cut = new Float32Array(Math.max(0, end - start));
    let at = 0;
    for (const part of parts) {
      const first = Math.max(0, start - at);
      const last = Math.min(part.length, end - at);
      for (let i = first; i < last; i += 1) cut[at + i - start] = part[i] / 0x8000;
      at += part.length;
      if (at >= end) break;
    }
    return cut;
  };
  return {
    env: { PULSE_SERVER: address },
    between,
    /** Resolves when everything until this wall-clock time is recorded. */
    async reached(time) {
      while (zero + (count / RATE) * 1000 < time) await new Promise((resolve) => setTimeout(resolve, 20));
    },
    async stop() {
      recorder.kill("SIGTERM");
      server.kill("SIGTERM");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What counts as sound, of full scale: −50 dB. */
const AUDIBLE = 0.003;

/** Milliseconds from the start of samples to the first audible one, null when there is none. */
export function firstSound(samples) {
  const at = samples.findIndex((sample) => Math.abs(sample) > AUDIBLE);
  return at < 0 ? null : (at / RATE) * 1000;
}

/** Milliseconds from the start of samples to the last audible one, null when there is none. */
export function lastSound(samples) {
  const at = samples.findLastIndex((sample) => Math.abs(sample) > AUDIBLE);
  return at < 0 ? null : (at / RATE) * 1000;
}
