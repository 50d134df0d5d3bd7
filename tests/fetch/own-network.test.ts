import dns, { type LookupAddress } from "node:dns";
import { createServer as createSafeServer } from "node:https";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { downloadFile, fetchFeed, fetchPicture, fetchSource } from "../../src/fetch/index.ts";
import { isOwnAddress, isOwnName, reachOf } from "../../src/fetch/own-network.ts";
import type { SourceRequest } from "../../src/model/index.ts";
import { CERTIFICATE, KEY } from "./self-signed.ts";
import { serve } from "./server.ts";

const named = (address: string, typed = false): SourceRequest => ({ kind: "address", address, typed, url: null, type: null, lang: null });

/** A site at home that counts who asks. */
async function home(answer: Parameters<typeof serve>[0] = (_, response) => void response.end("<p>Home.</p>")) {
  const asked: string[] = [];
  const address = await serve((request, response) => {
    asked.push(request.url ?? "");
    answer(request, response);
  });
  return { address, port: new URL(address).port, asked };
}

/** Lets a name of the public internet lead to the addresses that are given, one answer after another. */
function resolveTo(...answers: readonly (readonly string[])[]): void {
  const left = [...answers];
  const lookup = vi.spyOn(dns, "lookup") as unknown as { mockImplementation(with_: unknown): void; mockRestore(): void };
  lookup.mockImplementation((_host: string, options: { all?: boolean }, done: (...given: unknown[]) => void) => {
    const found: LookupAddress[] = (left.length > 1 ? left.shift() : left[0])?.map((address) => ({ address, family: 4 })) ?? [];
    if (options.all) done(null, found);
    else done(null, found[0]?.address, 4);
  });
  onTestFinished(() => lookup.mockRestore());
}

describe("the person's own network", () => {
  it.each([
    "127.0.0.1",
    "127.8.9.10",
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "[::1]",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "64:ff9b::10.0.0.1",
    "64:ff9b::a00:1",
    "2002:c0a8:101::1",
    "2001:0:4136:e378::1",
    "fe80::1%eth0",
    "fd00::1",
    "ff02::1",
    "::ffff:0:127.0.0.1",
    "::ffff:0:a00:1",
    "1::1",
    "4000::1",
    "e000::1",
    "not an address",
    "",
  ])("has the address %j", (address) => {
    expect(isOwnAddress(address)).toBe(true);
  });

  it.each([
    "1.1.1.1",
    "93.184.216.34",
    "172.32.0.1",
    "192.169.0.1",
    "100.128.0.1",
    "2606:4700::1111",
    "::ffff:1.1.1.1",
    "64:ff9b::1.1.1.1",
    "2002:101:101::1",
  ])("does not have the address %j", (address) => {
    expect(isOwnAddress(address)).toBe(false);
  });

  it("is told by names, too", () => {
    for (const host of ["localhost", "nas", "nas.local", "a.localhost", "box.lan", "x.home.arpa", "10.0.0.7", "[fd00::1]"])
      expect(isOwnName(host)).toBe(true);
    for (const host of ["example.org", "local.example", "1.1.1.1", "localhost.example.org"]) expect(isOwnName(host)).toBe(false);
  });

  it("is not asked for what a page or a feed names, however the address is written", async () => {
    const { port, asked } = await home();
    for (const host of [
      "127.0.0.1",
      "localhost",
      "2130706433",
      "0x7f.1",
      "017700000001",
      "127.1",
      "0.0.0.0",
      "[::ffff:127.0.0.1]",
      "[::1]",
      "127.0.0.1.",
    ]) {
      const address = `http://${host}:${port}/x`;
      await expect(fetchSource(named(address)), host).rejects.toMatchObject({ code: "own-network" });
      await expect(fetchPicture(address), host).rejects.toMatchObject({ code: "own-network" });
      await expect(fetchFeed({ address, etag: null, modified: null }), host).rejects.toMatchObject({ code: "own-network" });
    }
    const download = { address: `http://127.0.0.1:${port}/v`, file: "/nonexistent/v", size: 1, sha256: "0" };
    const { signal } = new AbortController();
    await expect(downloadFile(download, { signal, limits: { stall: 1, waits: [] } })).rejects.toMatchObject({ code: "own-network" });
    expect(asked).toEqual([]);
  });

  it("is asked for what was typed, or typed once", async () => {
    const { address, asked } = await home();
    expect(await fetchSource(named(address, true))).toMatchObject({ isOwn: true });
    expect(await fetchSource(named(`${address}/next`), { own: [address] })).toMatchObject({ isOwn: true });
    await expect(fetchSource(named(address), { own: ["http://127.0.0.1:1"] })).rejects.toMatchObject({ code: "own-network" });
    expect(asked).toEqual(["/", "/next"]);
  });

  it("is not reached by a redirect", async () => {
    const inner = await home();
    const outer = await home((_, response) => void response.writeHead(302, { location: `http://localhost:${inner.port}/` }).end());
    await expect(fetchSource(named(outer.address, true))).rejects.toMatchObject({ code: "own-network" });
    await expect(fetchSource(named(outer.address), { own: [outer.address] })).rejects.toMatchObject({ code: "own-network" });
    await expect(fetchPicture(outer.address, { own: [outer.address] })).rejects.toMatchObject({ code: "own-network" });
    expect(outer.asked).toHaveLength(3);
    expect(inner.asked).toEqual([]);
  });

  it("is not reached by a name that leads home, also where it led elsewhere before", async () => {
    const { port, asked } = await home();
    resolveTo(["127.0.0.1"]);
    await expect(fetchSource(named(`http://rebound.example.org:${port}/`))).rejects.toMatchObject({ code: "own-network" });
    // A name of the public internet is anybody's: typing it is not enough.
    await expect(fetchSource(named(`http://rebound.example.org:${port}/`, true))).rejects.toMatchObject({ code: "own-network" });
    resolveTo(["192.168.1.1", "127.0.0.1", "10.0.0.1"]);
    await expect(fetchPicture(`http://rebound.example.org:${port}/`)).rejects.toMatchObject({ code: "own-network" });
    expect(asked).toEqual([]);
  });

  it("proves its name over https, or is not read", async () => {
    const server = createSafeServer({ cert: CERTIFICATE, key: KEY }, (_, response) => void response.end("x"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const address = new URL(`https://nas.example.org:${port}/`);
    expect(reachOf([], address)(address)).toBe(true);
    resolveTo(["127.0.0.1"]);
    await expect(fetchSource(named(address.href, true))).rejects.toMatchObject({ code: "refused" });
    await expect(fetchSource(named(address.href))).rejects.toMatchObject({ code: "own-network" });
  });

  it("keeps its files to itself: what nobody typed is of the web", async () => {
    for (const address of ["/etc/hostname", "file:///etc/hostname", "~/x", "FILE:///etc/hostname", "\\\\server\\share"])
      await expect(fetchSource(named(address)), address).rejects.toMatchObject({ code: "bad-input" });
  });
});
