import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ran, start } from "../shell/lectern.ts";
import { expectArticle, soon } from "./eyes.ts";
import { openSite, type Site } from "./fixture.ts";
import { BEEPS, type Lectern, launch, makeHome } from "./harness.ts";

const FEED = '<rss version="2.0"><channel><title>Harbour Post</title><item><title>Ferry sails</title><guid>f</guid></item></channel></rss>';

let site: Site;
let home: string;
let lectern: Lectern;

beforeAll(async () => {
  site = await openSite({
    "/rss": (_request, response) => void response.writeHead(200, { "content-type": "application/rss+xml" }).end(FEED),
  });
  home = await makeHome({ voice: BEEPS });
  await writeFile(join(site.folder, "tide.txt"), "The tide\n\nIt comes in at noon.\n");
  lectern = await launch({ home, args: ["long.txt"], cwd: site.folder });
  await expectArticle(lectern.page, "The long way round");
});
afterAll(async () => {
  await lectern.close();
  await site.close();
  await rm(home, { recursive: true, force: true });
});

const command = (...args: readonly string[]): Promise<Ran> =>
  start(site.folder, args, { env: { LECTERN_HOME: home, PULSE_SERVER: "none", PATH: "" } }).ended;

describe("a command in a terminal while the window is open", () => {
  it("changes what the window shows, and neither its words nor its focus", async () => {
    const { page } = lectern;
    expect(await command("library", "add", `${site.address}/rss`)).toMatchObject({ code: 0, err: "" });
    expect(await command("read", "tide.txt", "--voice", "tone:beep", "--rate", "8")).toMatchObject({ code: 0 });
    await page.keyboard.press("Control+o");
    await soon(async () => expect(await page.getByRole("dialog").locator(".recent button").first().textContent()).toBe("The tide"));
    await page.keyboard.press("Escape");
    await expectArticle(page, "The long way round");
    const spoken = await page.locator("[aria-live]").allTextContents();
    expect(spoken.join(" ")).not.toContain("tide");
  });

  it("finds the host again that took the place of a killed one", async () => {
    const pid = await lectern.hostPid();
    if (pid === null) throw new Error("There is no host.");
    process.kill(pid, "SIGKILL");
    expect((await command("library", "list", "all")).out).toContain("Ferry sails");
    await soon(async () => expect(await lectern.hostPid()).not.toBe(pid));
  });

  it("has the library to itself once all of it was killed", async () => {
    const host = await lectern.hostPid();
    lectern.app.process().kill("SIGKILL");
    // The host notices by itself, or is killed like everything else of a person's session.
    if (host !== null) process.kill(host, "SIGKILL");
    expect((await command("library", "list", "all")).out).toContain("Ferry sails");
    lectern = await launch({ home });
    await expectArticle(lectern.page, "The tide");
    expect((await command("library", "list", "feeds")).out).toMatch(/^Harbour Post/);
  });
});
