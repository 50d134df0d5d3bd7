import { generateKeyPairSync } from "node:crypto";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { publicHalf, writeLists } from "../../scripts/release.mjs";
import { expectDialog, expectPlaying, look, soon } from "../journeys/eyes.ts";
import { faultsOf } from "../journeys/faults.ts";
import { BEEPS, type Lectern, launch, makeHome } from "../journeys/harness.ts";

const NAME = "Lectern-9.9.9-linux-x64.AppImage";
const { privateKey } = generateKeyPairSync("ed25519");
const key = privateKey.export({ type: "pkcs8", format: "pem" }).toString();

/** The place of newer Lecterns: a folder on this machine. */
let server: Server;
let asked: string[] = [];
let released: string;
let folder: string;
let home: string;
let appImage: string;
let lectern: Lectern | null = null;

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://127.0.0.1").pathname;
    asked.push(path);
    readFile(join(released, path.slice(1))).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => server.close());

beforeEach(async () => {
  asked = [];
  folder = await mkdtemp(join(tmpdir(), "lectern-updates-"));
  released = await mkdtemp(join(tmpdir(), "lectern-released-"));
  home = await makeHome({ voice: BEEPS });
  appImage = join(folder, "Lectern.AppImage");
  await writeFile(appImage, "old");
  // What is put in place is started: it tells that it was.
  await writeFile(join(released, NAME), `#!/bin/sh\necho started > "${join(folder, "started")}"\n`);
  await chmod(join(released, NAME), 0o755);
  writeLists({ folder: released, version: "9.9.9", channel: "latest", notes: "- A voice for the harbour.", date: "2026-01-01", key });
});
afterEach(async () => {
  await lectern?.close().catch(() => {});
  lectern = null;
  for (const one of [folder, released, home]) await rm(one, { recursive: true, force: true });
});

/** Opens Lectern as one that was built for this place. */
async function start(address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`): Promise<Lectern> {
  const place = join(folder, "place.json");
  await writeFile(place, JSON.stringify({ address, key: publicHalf(privateKey) }));
  lectern = await launch({ home, env: { LECTERN_UPDATES: place, APPIMAGE: appImage, XDG_CACHE_HOME: join(folder, "cache") } });
  await soon(async () => expect(await lectern?.page.evaluate(() => performance.getEntriesByName("interactive").length)).toBe(1));
  return lectern;
}

/** Asks for a newer one by the palette. */
async function ask({ page }: Lectern): Promise<void> {
  await page.keyboard.press("Control+Shift+p");
  await expectDialog(page, "All commands");
  await page.keyboard.type("newer Lectern");
  await page.keyboard.press("Enter");
  await expectDialog(page, "Look for a newer Lectern");
}
const told = async ({ page }: Lectern, text: string): Promise<void> =>
  soon(async () => expect(await page.locator("#update-text").textContent()).toBe(text));

describe.runIf(process.platform === "linux")("a newer Lectern", () => {
  it("is found, told of with what is new, fetched, checked, put in place and started, all by keyboard", async () => {
    const one = await start();
    const { page } = one;
    expect(asked).toEqual([]);
    await ask(one);
    await told(one, "Lectern 9.9.9 is there.");
    expect(await page.locator("dialog").textContent()).toContain("A voice for the harbour.");
    expect(await faultsOf(page)).toEqual([]);
    const press = async (name: string): Promise<void> => {
      const button = page.getByRole("button", { name });
      for (let presses = 0; presses < 6 && !(await button.evaluate((element) => element === document.activeElement)); presses += 1)
        await page.keyboard.press("Tab");
      await page.keyboard.press("Enter").catch(() => {});
    };
    await press("Fetch and check it");
    await told(one, "Lectern 9.9.9 is here, and checked.");
    expect(await readFile(appImage, "utf8")).toBe("old");
    const ended = new Promise((resolve) => one.app.process().once("exit", resolve));
    await press("Put it in place and start again");
    await ended;
    lectern = null;
    expect(await readFile(appImage, "utf8")).toContain("#!/bin/sh");
    await soon(async () => expect(await readFile(join(folder, "started"), "utf8")).toBe("started\n"));
  });

  it("is refused where its list is changed, or signed by another", async () => {
    const list = join(released, "latest-linux.yml");
    await writeFile(list, (await readFile(list, "utf8")).replaceAll("9.9.9", "9.9.10"));
    const one = await start();
    await ask(one);
    await told(one, "The list of newer Lecterns is not signed by who made this one. Nothing was fetched.");
    const other = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    writeLists({ folder: released, version: "9.9.9", channel: "latest", notes: "", date: "2026-01-01", key: other });
    await one.page.keyboard.press("Escape");
    await ask(one);
    await told(one, "The list of newer Lecterns is not signed by who made this one. Nothing was fetched.");
    expect(asked).not.toContain(`/${NAME}`);
  });

  it("is thrown away where it is not what the list promises", async () => {
    const bytes = await readFile(join(released, NAME), "utf8");
    await writeFile(join(released, NAME), bytes.replace("started", "harmful"));
    const one = await start();
    await ask(one);
    await told(one, "Lectern 9.9.9 is there.");
    await one.page.getByRole("button", { name: "Fetch and check it" }).press("Enter");
    await told(one, "What came is not what was promised. It was thrown away; try again later.");
    expect(await readFile(appImage, "utf8")).toBe("old");
  });

  it("can't be had where the place can't be reached or has no list, which is said", async () => {
    const one = await start();
    await rm(join(released, "latest-linux.yml"));
    await ask(one);
    await told(one, "There is no list of newer Lecterns at their place. Try again later.");
    await one.close();
    const away = await start("http://127.0.0.1:9/");
    await ask(away);
    await told(away, "The place of newer Lecterns could not be reached. Check the connection and try again.");
  });

  it("is not looked for by a build that was told no place", async () => {
    lectern = await launch({ home });
    await soon(async () => expect(await lectern?.page.evaluate(() => performance.getEntriesByName("interactive").length)).toBe(1));
    await ask(lectern);
    await told(lectern, "This copy of Lectern does not know where newer ones are. Get one where you got this one.");
  });

  it("is not put in place, and not looked for by itself, while something is read", async () => {
    const one = await start();
    const { page } = one;
    await page.keyboard.press("Control+Digit2");
    await expectPlaying(page, true);
    const [alone, installed] = await page.evaluate(async () => {
      const { desktop } = window as unknown as { readonly desktop: import("../../src/contract/index.ts").Desktop };
      return [await desktop.lookForUpdate("stable", true), await desktop.installUpdate()] as const;
    });
    expect([alone, installed, asked]).toEqual([{ kind: "later" }, "reading", []]);
    expect((await look(page)).playing).toBe(true);
  });
});
