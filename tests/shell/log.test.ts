import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keepCrash, readCrashes } from "../../src/shell/crashes.ts";
import { createLog, logFolder, readLog, withoutSecrets } from "../../src/shell/log.ts";

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "lectern-log-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

describe("the log", () => {
  it("knows no addresses, no paths, no names of hosts and nothing that was quoted", () => {
    const line =
      'The feed https://news.example/private?token=abc "The secret headline" in /home/ann/Documents/diary.txt at C:\\Users\\Ann\\x.epub from intranet.example:8080 “a whole sentence” failed with ENOTFOUND';
    const told = withoutSecrets(line);
    expect(told).toContain("ENOTFOUND");
    for (const secret of ["news.example", "token", "secret", "ann", "Ann", "diary", "intranet", "sentence"])
      expect(told).not.toContain(secret);
    expect(withoutSecrets("x".repeat(5_000)).length).toBeLessThanOrEqual(500);
  });

  it("is lines of JSON, the newest of all parts in order", () => {
    let hour = 0;
    const now = (): string => `2024-05-06T0${hour++}:00:00.000Z`;
    const main = createLog(home, "main", now);
    const host = createLog(home, "host", now);
    main("began");
    host("opened");
    main("ended");
    expect(readLog(home, 10).map(({ part, text }) => `${part} ${text}`)).toEqual(["main began", "host opened", "main ended"]);
    expect(readLog(home, 1).map(({ text }) => text)).toEqual(["ended"]);
  });

  it("is put aside when it is large, and takes a bounded room", () => {
    const write = createLog(home, "host");
    const text = Array.from({ length: 80 }, (_, n) => `word${n}`).join(" ");
    for (let n = 0; n < 12_000; n++) write(text);
    const files = readdirSync(logFolder(home)).sort();
    expect(files).toEqual(["host.log", "host.log.1", "host.log.2"]);
    for (const file of files) expect(readFileSync(join(logFolder(home), file)).length).toBeLessThan(1_100_000);
  });

  it("minds no folder that can't be written to", () => {
    createLog("/nonexistent\0", "main")("x");
    expect(readLog("/nonexistent", 5)).toEqual([]);
  });
});

describe("a crash report", () => {
  it("says what died, why and what came before, and stays on the machine", () => {
    createLog(home, "host")("The library was opened.");
    keepCrash(home, { version: "1.2.3", part: "host", reason: "ended with 139 at https://news.example/a" });
    const [report] = readCrashes(home);
    expect(report).toMatchObject({
      version: "1.2.3",
      part: "host",
      reason: "ended with 139 at https://…",
      log: [{ text: "The library was opened." }],
    });
  });

  it("is one of ten at most, and one that is cut off is none", () => {
    for (let n = 0; n < 14; n++) keepCrash(home, { version: "1", part: `part${n}`, reason: "x" });
    expect(readCrashes(home)).toHaveLength(10);
    expect(readCrashes(join(home, "elsewhere"))).toEqual([]);
  });
});
