import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type DownloadOptions, downloadFile } from "../../src/fetch/index.ts";
import { serve } from "./server.ts";

const CONTENT = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7919) % 251));
const SHA256 = createHash("sha256").update(CONTENT).digest("hex");
const LIMITS = { stall: 0.4, waits: [0.01, 0.01] };

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-download-"));
  file = join(folder, "model.onnx");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

type Answer = (request: IncomingMessage, response: ServerResponse, count: number) => void;

async function get(answer: Answer, options: Partial<DownloadOptions> = {}): Promise<readonly IncomingMessage[]> {
  const requests: IncomingMessage[] = [];
  const address = await serve((request, response) => {
    requests.push(request);
    answer(request, response, requests.length);
  });
  await downloadFile(
    { address: `${address}/model.onnx`, file, size: CONTENT.length, sha256: SHA256 },
    { signal: new AbortController().signal, limits: LIMITS, own: [address], ...options },
  );
  return requests;
}

/** A server that knows ranges, as those of voices do. */
const whole: Answer = (request, response) => {
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
  const goesOn = from > 0 && request.headers["if-range"] === '"v1"';
  const body = goesOn ? CONTENT.subarray(from) : CONTENT;
  const range = goesOn ? { "content-range": `bytes ${from}-${CONTENT.length - 1}/${CONTENT.length}` } : {};
  response.writeHead(goesOn ? 206 : 200, { etag: '"v1"', "content-length": body.length, ...range });
  response.end(body);
};

/** Sends so much of what it promised, and breaks off. */
const breaks =
  (after: number): Answer =>
  (request, response) => {
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
    const range = from > 0 ? { "content-range": `bytes ${from}-${CONTENT.length - 1}/${CONTENT.length}` } : {};
    response.writeHead(from > 0 ? 206 : 200, { etag: '"v1"', "content-length": CONTENT.length - from, ...range });
    response.write(CONTENT.subarray(from, from + after), () => setTimeout(() => response.destroy(), 20));
  };

const isWhole = async (): Promise<void> => {
  expect((await readFile(file)).equals(CONTENT)).toBe(true);
  expect(await readdir(folder)).toEqual(["model.onnx"]);
};

describe("a download", () => {
  it("comes whole, tells how far it is, and is not fetched twice", async () => {
    const progress: number[] = [];
    await get(whole, { onProgress: (bytes) => progress.push(bytes) });
    await isWhole();
    expect(progress[0]).toBe(0);
    expect(progress.at(-1)).toBe(CONTENT.length);
    expect(progress).toEqual([...progress].sort((one, other) => one - other));
    expect(await get(whole)).toEqual([]);
  });

  it("goes on by itself where the connection broke", async () => {
    const requests = await get((request, response, count) => (count === 1 ? breaks(100_000) : whole)(request, response, count));
    await isWhole();
    expect(requests.length).toBe(2);
    expect(requests[1]?.headers["if-range"]).toBe('"v1"');
    expect(requests[1]?.headers.range).toMatch(/^bytes=[1-9]\d*-$/);
  });

  it("goes on the next time when the network is gone for long", async () => {
    await expect(
      get((request, response, count) => (count === 1 ? breaks(100_000)(request, response, count) : response.destroy())),
    ).rejects.toMatchObject({
      name: "Failure",
      code: "unreachable",
    });
    expect((await readdir(folder)).sort()).toEqual(["model.onnx.part", "model.onnx.part-validator"]);
    const [request] = await get(whole);
    expect(request?.headers.range).toMatch(/^bytes=[1-9]\d*-$/);
    await isWhole();
  });

  it("begins again when the server has another file meanwhile, or says no more which it has", async () => {
    await writeFile(`${file}.part`, "something else");
    await writeFile(`${file}.part-validator`, '"v0"');
    await get(whole);
    await isWhole();
    await rm(file);
    await writeFile(`${file}.part`, "something else");
    const [request] = await get(whole);
    expect(request?.headers.range).toBeUndefined();
    await isWhole();
  });

  it("begins again when the server knows no such range", async () => {
    await writeFile(`${file}.part`, CONTENT.subarray(0, 5000));
    await writeFile(`${file}.part-validator`, '"v1"');
    await get((request, response, count) => {
      if (count > 1) return whole(request, response, count);
      response.writeHead(416).end();
    });
    await isWhole();
  });

  it("follows redirects, and says who it is without saying more", async () => {
    const requests = await get((request, response, count) => {
      if (request.url !== "/there") response.writeHead(302, { location: "/there" }).end();
      else whole(request, response, count);
    });
    await isWhole();
    expect(requests.length).toBe(2);
    expect(requests[1]?.headers.cookie ?? requests[1]?.headers.referer).toBeUndefined();
  });

  it("stops when it is not wanted, keeps what came, and goes on with it", async () => {
    const controller = new AbortController();
    const reason = new Error("not wanted");
    const stopping = get(
      (_, response) => {
        response.writeHead(200, { etag: '"v1"', "content-length": CONTENT.length });
        response.write(CONTENT.subarray(0, 50_000));
      },
      { signal: controller.signal, onProgress: (bytes) => bytes > 0 && controller.abort(reason), limits: { stall: 20 } },
    );
    await expect(stopping).rejects.toBe(reason);
    const [request] = await get(whole);
    expect(request?.headers.range).toMatch(/^bytes=[1-9]\d*-$/);
    await isWhole();
  });
});

describe("a download that is refused", () => {
  const other = Buffer.alloc(CONTENT.length, 1);
  it.each<[string, string, Answer]>([
    ["of other content", "refused", (_, response) => response.end(other)],
    [
      "that says it is longer",
      "refused",
      (_, response) => response.writeHead(200, { "content-length": CONTENT.length + 5 }).end(Buffer.alloc(CONTENT.length + 5)),
    ],
    ["that says it is shorter", "refused", (_, response) => response.writeHead(200, { "content-length": 5 }).end("short")],
    [
      "that does not say that it is longer",
      "refused",
      (_, response) => {
        response.writeHead(200);
        response.write(CONTENT);
        response.end("and more");
      },
    ],
    ["that is cut off without a word", "unreachable", (_, response) => response.writeHead(200).end(CONTENT.subarray(0, 1000))],
    [
      "of which another part comes",
      "refused",
      (_, response) =>
        response
          .writeHead(206, { "content-range": "bytes 100-299999/300000", "content-length": CONTENT.length - 100 })
          .end(CONTENT.subarray(100)),
    ],
    ["that is not there", "not-found", (_, response) => response.writeHead(404).end("gone")],
    ["that needs a password", "refused", (_, response) => response.writeHead(403).end()],
    ["that leads out of the web", "refused", (_, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end()],
    ["that leads in a circle", "refused", (_, response) => response.writeHead(302, { location: "/model.onnx" }).end()],
    ["that never answers", "timeout", () => {}],
    [
      "that stops in the middle",
      "timeout",
      (_, response) => {
        response.writeHead(200, { "content-length": CONTENT.length });
        response.write(CONTENT.subarray(0, 1000));
      },
    ],
  ])("%s is a %s", async (_, code, answer) => {
    await expect(get(answer)).rejects.toMatchObject({ name: "Failure", code });
    expect(await readdir(folder)).not.toContain("model.onnx");
  });

  it("keeps nothing of content that is wrong", async () => {
    await expect(get((_, response) => response.end(other))).rejects.toMatchObject({ code: "refused" });
    expect(await readdir(folder)).toEqual([]);
  });

  it("says that there is no network, that the folder is gone, that the address is none", async () => {
    const never = new AbortController().signal;
    const download = { address: "http://127.0.0.1:9/x", file, size: 5, sha256: SHA256 };
    const limits = { ...LIMITS, waits: [] };
    await expect(downloadFile(download, { signal: never, limits, own: ["http://127.0.0.1:9"] })).rejects.toMatchObject({
      code: "unreachable",
    });
    await expect(downloadFile({ ...download, address: "ftp://a.example/x" }, { signal: never })).rejects.toMatchObject({
      code: "bad-input",
    });
    await rm(folder, { recursive: true });
    await expect(get(whole)).rejects.toMatchObject({ code: "storage" });
  });
});
