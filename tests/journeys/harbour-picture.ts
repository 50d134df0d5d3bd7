import { crc32, deflateSync } from "node:zlib";

const WIDTH = 600;
const HEIGHT = 400;

type Rgb = readonly [number, number, number];

const mix = (one: Rgb, other: Rgb, share: number): Rgb =>
  [0, 1, 2].map((at) => Math.round((one[at] ?? 0) * (1 - share) + (other[at] ?? 0) * share)) as unknown as Rgb;

/** Whether a point is in a boat whose keel's middle is there: a hull and a sail. */
function inBoat(x: number, y: number, left: number, water: number): "hull" | "sail" | null {
  const across = x - left;
  const up = water - y;
  if (up >= 0 && up < 26 && across > -60 - up && across < 60 + up) return "hull";
  if (up >= 32 && up < 150 && across > -4 && across < (150 - up) * 0.55) return "sail";
  return null;
}

/** The colour of a point: sky, a red sun, the sea, a quay and two boats. */
function colourAt(x: number, y: number): Rgb {
  const horizon = 230;
  for (const [left, water] of [
    [170, 280],
    [380, 300],
  ] as const) {
    const part = inBoat(x, y, left, water);
    if (part === "hull") return [70, 38, 30];
    if (part === "sail") return [245, 238, 222];
  }
  if (y > 350 || (x > 520 && y > 250)) return [96, 92, 88];
  if (y < horizon) {
    const sun = Math.hypot(x - 430, y - 120) < 46;
    return sun ? [214, 70, 44] : mix([92, 150, 190], [252, 214, 176], y / horizon);
  }
  return mix([40, 98, 122], [18, 58, 80], (y - horizon) / (HEIGHT - horizon));
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}

/** A picture of a harbour, drawn here, as a PNG of 600 by 400 pixels. */
export function drawHarbour(): Buffer {
  const rows = Buffer.alloc(HEIGHT * (1 + WIDTH * 3));
  let at = 0;
  for (let y = 0; y < HEIGHT; y += 1) {
    at += 1;
    for (let x = 0; x < WIDTH; x += 1) for (const part of colourAt(x, y)) rows[at++] = part;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]);
}
