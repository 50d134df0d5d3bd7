import { randomBytes } from "node:crypto";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { fetchPicture, fetchSource } from "../../src/fetch/index.ts";
import type { SourceRequest } from "../../src/model/index.ts";
import { CERTIFICATE, KEY } from "./self-signed.ts";
import { serve } from "./server.ts";

const at = (address: string): SourceRequest => ({ kind: "address", address, typed: true, url: null, type: null, lang: null });
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const PAGE = "<p>The ferry is back.</p>";

describe("an address", () => {
  it("gives bytes, media type, charset and language as the server says them", async () => {
    const seen: { agent?: string | undefined; accept?: string | undefined } = {};
    const site = await serve((request, response) => {
      seen.agent = request.headers["user-agent"];
      seen.accept = request.headers.accept;
      response.setHeader("content-type", 'Text/HTML; Charset="ISO-8859-1"');
      response.setHeader("content-language", "nl");
      response.end(PAGE);
    });
    const source = await fetchSource(at(`${site}/news#top`));
    expect({ ...source, bytes: text(source.bytes) }).toEqual({
      bytes: PAGE,
      mediaType: "text/html",
      charset: "ISO-8859-1",
      address: `${site}/news`,
      lang: "nl",
      isOwn: true,
    });
    expect(seen.agent).toContain("Lectern");
    expect(seen.accept).toContain("text/html");
  });

  it("takes what the request says before what the server says", async () => {
    const site = await serve((_, response) => response.setHeader("content-type", "text/plain").end(PAGE));
    const source = await fetchSource({
      kind: "address",
      address: site,
      typed: true,
      url: "https://www.example.org/a",
      type: "text/html; charset=koi8-r",
      lang: "ru",
    });
    expect(source).toMatchObject({ address: "https://www.example.org/a", mediaType: "text/html", charset: "koi8-r", lang: "ru" });
  });

  it("follows redirects, relative ones too, and answers with the last address", async () => {
    const site = await serve((request, response) => {
      if (request.url === "/a") response.writeHead(301, { location: "b?x=1" }).end();
      else if (request.url === "/b?x=1") response.writeHead(307, { location: Buffer.from("/ü", "utf8").toString("latin1") }).end();
      else response.end(request.url);
    });
    const source = await fetchSource(at(`${site}/a`));
    expect(source.address).toBe(`${site}/%C3%BC`);
    expect(text(source.bytes)).toBe("/%C3%BC");
  });

  it.each([
    ["a file", "file:///etc/hostname"],
    ["data", "data:text/html,x"],
    ["nonsense", "http://"],
  ])("does not follow a redirect to %s", async (_, location) => {
    const site = await serve((_, response) => response.writeHead(302, { location }).end());
    await expect(fetchSource(at(site))).rejects.toMatchObject({ code: "refused" });
  });

  const sending = (target: string, more = ""): string =>
    `<!doctype html><html><head><title>Moved</title><meta charset="utf-8"><META content="0; URL='${target}'" http-equiv="Refresh"></head><body>${more}</body></html>`;

  it("follows a page that only sends on, as it follows redirects", async () => {
    const site = await serve((request, response) => {
      response.setHeader("content-type", "text/html; charset=utf-8");
      if (request.url === "/a") response.end(sending("b?x=1&amp;y=ü", "<p>If nothing happens, <a href='b'>follow this link</a>.</p>"));
      else if (request.url === "/long") response.end(sending("/b", `<p>${"The ferry left at noon. ".repeat(20)}</p>`));
      else if (request.url === "/same") response.end(sending("/same"));
      else response.end(`<p>${request.url}</p>`);
    });
    expect(await fetchSource(at(`${site}/a`))).toMatchObject({ address: `${site}/b?x=1&y=%C3%BC` });
    // What has something to say, or only calls itself again, is the page.
    for (const path of ["/long", "/same"]) expect((await fetchSource(at(site + path))).address).toBe(site + path);
  });

  it.each([
    ["a file", "file:///etc/hostname", "refused"],
    ["a script", "javascript:alert(1)", "refused"],
    ["the own network", "http://127.0.0.2:9/", "own-network"],
    ["itself, by another", "/x", "refused"],
  ])("follows no page that sends on to %s", async (_, target, code) => {
    let asked = 0;
    const site = await serve((_request, response) => {
      asked += 1;
      response.setHeader("content-type", "text/html").end(sending(target === "/x" ? `/x${asked}` : target));
    });
    await expect(fetchSource(at(site))).rejects.toMatchObject({ code });
    expect(asked).toBeLessThanOrEqual(11);
  });

  it("gives up after ten redirects", async () => {
    let hops = 0;
    const site = await serve((_, response) => response.writeHead(302, { location: `/${hops++}` }).end());
    await expect(fetchSource(at(site))).rejects.toMatchObject({ code: "refused" });
    expect(hops).toBe(11);
  });

  it("does not send a name and password that stand in the address", async () => {
    let authorization: string | undefined = "nothing came";
    const site = await serve((request, response) => {
      authorization = request.headers.authorization;
      response.end("x");
    });
    const source = await fetchSource(at(site.replace("//", "//ann:secret@")));
    expect(authorization).toBeUndefined();
    expect(source.address).not.toContain("secret");
  });

  it.each([
    [404, "not-found"],
    [410, "not-found"],
    [401, "sign-in"],
    [402, "refused"],
    [403, "refused"],
    [429, "busy"],
    [451, "refused"],
    [500, "site-fault"],
    [503, "site-fault"],
    [304, "refused"],
    [408, "timeout"],
    [504, "timeout"],
  ])("status %i is %s, and the message names it", async (status, code) => {
    const site = await serve((_, response) => response.writeHead(status).end());
    await expect(fetchSource(at(site))).rejects.toMatchObject({ code, message: expect.stringContaining(String(status)) });
  });

  it.each([
    ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Office"],
    ["application/zip", "Archives"],
    ["image/png", "Pictures"],
    ["video/mp4", "Videos"],
  ])("%s is unsupported, and the message says what it is", async (type, name) => {
    const site = await serve((_, response) => response.setHeader("content-type", type).end("x"));
    await expect(fetchSource(at(site))).rejects.toMatchObject({ code: "unsupported", message: expect.stringContaining(name) });
  });

  it("takes books and documents, and more of them than of pages", async () => {
    const limits = { bytes: 10, documentBytes: 100 };
    const site = await serve((request, response) => {
      const type = { "/a.pdf": "application/pdf", "/b.epub": "application/zip" }[request.url ?? ""] ?? "application/octet-stream";
      response.setHeader("content-type", type).end(`${request.url === "/c" ? "%PDF-" : ""}${"x".repeat(50)}`);
    });
    for (const path of ["/a.pdf", "/c"])
      expect((await fetchSource(at(site + path), { limits })).bytes.byteLength).toBeGreaterThanOrEqual(50);
    expect((await fetchSource(at(`${site}/b.epub`), { limits: { bytes: 100 } })).bytes.byteLength).toBe(50);
    await expect(fetchSource(at(`${site}/d`), { limits })).rejects.toMatchObject({ code: "too-large" });
  });

  it.each(["ftp://example.org/x", "javascript:alert(1)", "data:text/html,x", "http://", "https://exa mple.org", ""])(
    "refuses %j",
    async (address) => {
      await expect(fetchSource(at(address))).rejects.toMatchObject({ code: "bad-input" });
    },
  );
});

describe("packed answers", () => {
  const packed = (encoding: string, bytes: Uint8Array) =>
    serve((_, response) => response.writeHead(200, { "content-encoding": encoding, "content-type": "text/html" }).end(bytes));

  it.each([
    ["gzip", gzipSync(PAGE)],
    ["br", brotliCompressSync(PAGE)],
    ["deflate", deflateSync(PAGE)],
    ["deflate", deflateRawSync(PAGE)],
    ["br, gzip", gzipSync(brotliCompressSync(PAGE))],
    ["identity", Buffer.from(PAGE)],
  ])("unpacks %s", async (encoding, bytes) => {
    expect(text((await fetchSource(at(await packed(encoding, bytes)))).bytes)).toBe(PAGE);
  });

  it("takes what there is of a stream without its end", async () => {
    const long = PAGE.repeat(1000);
    const whole = gzipSync(long);
    expect(text((await fetchSource(at(await packed("gzip", whole.subarray(0, -8))))).bytes)).toBe(long);
  });

  it.each([
    ["gzip", gzipSync(Buffer.alloc(50_000_000))],
    ["br", brotliCompressSync(Buffer.alloc(50_000_000))],
    ["deflate", deflateSync(Buffer.alloc(50_000_000))],
  ])("stops a %s bomb at the limit", async (encoding, bytes) => {
    await expect(fetchSource(at(await packed(encoding, bytes)))).rejects.toMatchObject({ code: "too-large" });
  });

  it("refuses what it did not ask for, and what is damaged", async () => {
    await expect(fetchSource(at(await packed("compress", Buffer.from(PAGE))))).rejects.toMatchObject({ code: "unsupported" });
    await expect(fetchSource(at(await packed("constructor", Buffer.from(PAGE))))).rejects.toMatchObject({ code: "unsupported" });
    await expect(fetchSource(at(await packed("gzip", Buffer.from(PAGE))))).rejects.toMatchObject({ code: "refused" });
  });
});

describe("limits", () => {
  it("refuses a body that is larger, whether the server says so or not", async () => {
    const said = await serve((_, response) => response.writeHead(200, { "content-length": "2000" }).end("x".repeat(2000)));
    const endless = await serve((_, response) => {
      const more = (): void => {
        if (!response.destroyed) response.write("x".repeat(1000), more);
      };
      more();
    });
    for (const site of [said, endless])
      await expect(fetchSource(at(site), { limits: { bytes: 1000 } })).rejects.toMatchObject({ code: "too-large" });
  });

  it("gives up on silence before and in the body, and on a drip", async () => {
    const silent = await serve(() => {});
    const stalled = await serve((_, response) => response.write("x"));
    const drip = await serve((_, response) => {
      const timer = setInterval(() => response.write("x"), 20);
      response.on("close", () => clearInterval(timer));
    });
    for (const site of [silent, stalled])
      await expect(fetchSource(at(site), { limits: { stall: 0.2 } })).rejects.toMatchObject({ code: "timeout" });
    await expect(fetchSource(at(drip), { limits: { total: 0.3 } })).rejects.toMatchObject({ code: "timeout" });
  });

  it("rejects with the signal's reason when it is cancelled", async () => {
    const silent = await serve(() => {});
    const controller = new AbortController();
    const reason = new Error("no longer wanted");
    const fetched = fetchSource(at(silent), { signal: controller.signal });
    controller.abort(reason);
    await expect(fetched).rejects.toBe(reason);
    await expect(fetchSource(at(silent), { signal: controller.signal })).rejects.toBe(reason);
  });
});

describe("broken connections", () => {
  it("is unreachable where nobody listens, and knows where a name is nobody's", async () => {
    const site = await serve(() => {});
    const free = createTcpServer();
    await new Promise<void>((resolve) => free.listen(0, "127.0.0.1", resolve));
    const { port } = free.address() as AddressInfo;
    await new Promise((resolve) => free.close(resolve));
    await expect(fetchSource(at(`http://127.0.0.1:${port}/`))).rejects.toMatchObject({ code: "unreachable" });
    await expect(fetchSource(at("http://nobody.invalid/"))).rejects.toMatchObject({
      code: expect.stringMatching(/^(unknown-host|offline)$/),
      message: expect.not.stringMatching(/[A-Z]{4,}/),
    });
    expect(site).toContain("127.0.0.1");
  });

  it("is unreachable where the connection breaks off, and no code is in the words", async () => {
    const short = await serve((_, response) => {
      response.writeHead(200, { "content-length": "1000" });
      response.write("x", () => response.destroy());
    });
    await expect(fetchSource(at(short))).rejects.toMatchObject({ code: "unreachable", message: expect.not.stringMatching(/[A-Z]{4,}/) });
  });

  it("has all of what a server sends that closes while its reader is busy", async () => {
    const page = `<p>${randomBytes(800_000).toString("hex")}`;
    const packed = gzipSync(page);
    const server = createTcpServer((socket) => {
      socket.on("error", () => {});
      socket.on("data", () => {
        socket.end(Buffer.concat([Buffer.from("HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\nconnection: close\r\n\r\n"), packed]));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const busy = setInterval(() => {
      for (const until = performance.now() + 40; performance.now() < until; );
    }, 5);
    onTestFinished(() => clearInterval(busy));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const sources = await Promise.all(Array.from({ length: 8 }, () => fetchSource(at(address))));
    expect(sources.map(({ bytes }) => bytes.byteLength)).toEqual(Array(8).fill(page.length));
  });

  it("refuses a server that does not speak HTTP", async () => {
    const server = createTcpServer((socket) => {
      socket.on("error", () => {});
      socket.end("220 mail.example.org ready\r\n");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    await expect(fetchSource(at(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`))).rejects.toMatchObject({ code: "refused" });
  });

  it("refuses a certificate that nobody vouches for", async () => {
    const server = createTlsServer({ key: KEY, cert: CERTIFICATE }, (_, response) => response.end(PAGE));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const failed = fetchSource(at(`https://localhost:${(server.address() as AddressInfo).port}/`));
    await expect(failed).rejects.toMatchObject({ code: "refused", message: expect.stringContaining("certificate") });
  });
});

describe("pictures", () => {
  it("gives what a page can show and nothing else", async () => {
    const site = await serve((request, response) => {
      response.setHeader("content-type", request.url === "/a.png" ? "image/png" : request.url === "/b.svg" ? "image/svg+xml" : "text/html");
      response.end("x");
    });
    expect(await fetchPicture(`${site}/a.png`, { own: [site] })).toEqual({ bytes: new Uint8Array([120]), mediaType: "image/png" });
    for (const path of ["/b.svg", "/c"])
      await expect(fetchPicture(site + path, { own: [site] })).rejects.toMatchObject({ code: "unsupported" });
    await expect(fetchPicture("file:///etc/hostname")).rejects.toMatchObject({ code: "bad-input" });
  });
});
