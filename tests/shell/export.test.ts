import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ALL_FORMATS, BufferSource, Input } from "mediabunny";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HAS_SMALL_DISKS, smallDisk } from "../library/small-disk.ts";
import { type Ran, start } from "./lectern.ts";

const FERRY = `# Ferry sails again

The ferry left the northern pier at noon on Monday, with nine people on board and a brass band that played until dusk.

## At sea

The captain had sailed the strait for more than thirty years, and had never seen so many seals on one morning.
`;
const SWANS = `# Swans on the pillar

Engineers are still looking for a way to keep the swans from nesting under the northern pier of the bridge.
`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-export-"));
  await writeFile(join(folder, "ferry.md"), FERRY);
  await writeFile(join(folder, "swans.md"), SWANS);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const lectern = (...args: string[]): Promise<Ran> => start(folder, ["export", ...args]).ended;

interface Made {
  readonly file: string;
  readonly seconds: number;
  readonly chapters: readonly { readonly title: string; readonly depth: number; readonly start: number; readonly end: number }[];
}

/** What a program is told at the end. */
const madeBy = ({ out, err }: Ran): Made => {
  const last = out.trim().split("\n").at(-1) ?? "";
  expect(err).toBe("");
  const { event, ...made } = JSON.parse(last) as Made & { readonly event: string };
  expect(event).toBe("made");
  return made;
};

describe("lectern export", { timeout: 120_000 }, () => {
  it.each([
    ["mp3", "mp3", 576],
    ["m4b", "aac", 1024],
    ["opus", "opus", 480],
    ["flac", "flac", 4096],
    ["wav", "pcm-s16", 1],
  ] as const)("makes %s that others can read, as long as its chapters", async (format, codec, frame) => {
    const { file, seconds, chapters } = madeBy(await lectern("ferry.md", "swans.md", "--format", format, "--voice", "tone:beep"));
    expect(file).toBe(join(folder, file.slice(folder.length + 1)));
    expect(chapters.map(({ title, depth }) => [title, depth])).toEqual([
      ["Ferry sails again", 0],
      ["At sea", 1],
      ["Swans on the pillar", 0],
    ]);
    expect(chapters.at(-1)?.end).toBeCloseTo(seconds, 3);
    const input = new Input({ source: new BufferSource(await readFile(file)), formats: ALL_FORMATS });
    const track = await input.getPrimaryAudioTrack();
    expect(track?.codec).toBe(codec);
    expect(Math.abs((await input.computeDuration()) - seconds)).toBeLessThan((2 * frame) / 16_000 + 0.051);
    const tags = await input.getMetadataTags();
    expect(tags.title).toMatch(/^News of /);
    expect(await readdir(join(folder, "home/editions"))).toEqual([]);
  });

  it("gives the same bytes for the same text, however many make it", async () => {
    for (const voice of ["espeak:en-us", "flite:slt"]) {
      const files = ["one.mp3", "two.mp3"];
      for (const file of files) await lectern("ferry.md", "swans.md", "--out", file, "--voice", voice);
      const [one, two] = await Promise.all(files.map((file) => readFile(join(folder, file))));
      expect(one?.equals(two ?? Buffer.alloc(0)), voice).toBe(true);
    }
  });

  it("makes an MP3 by itself where the system's encoder can't", async () => {
    const bin = join(folder, "bin");
    await mkdir(bin);
    const files: Buffer[] = [];
    for (const script of [null, "exit 3", "head -c 99 /dev/zero"]) {
      if (script !== null) await writeFile(join(bin, "lame"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
      const made = start(folder, ["export", "swans.md", "--out", "one.mp3", "--force", "--voice", "espeak:en-us"], { env: { PATH: bin } });
      madeBy(await made.ended);
      files.push(await readFile(join(folder, "one.mp3")));
    }
    expect(files.map((file) => file.equals(files[0] ?? Buffer.alloc(0)))).toEqual([true, true, true]);
  });

  it("refuses a file that is there, unless it may replace it", async () => {
    await writeFile(join(folder, "mine.mp3"), "mine");
    const refused = await lectern("swans.md", "--out", "mine.mp3", "--voice", "tone:beep");
    expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/^bad-input: .*mine\.mp3 is there already\..*--force/)]);
    expect(await readFile(join(folder, "mine.mp3"), "utf8")).toBe("mine");
    expect((await lectern("swans.md", "--out", "mine.mp3", "--voice", "tone:beep", "--force")).code).toBe(0);
    expect((await readFile(join(folder, "mine.mp3"))).length).toBeGreaterThan(1000);
  });

  it("never replaces an article by its own sound, not through a link either", async () => {
    await symlink("swans.md", join(folder, "link.mp3"));
    const { code, err } = await lectern("swans.md", "--out", "link.mp3", "--voice", "tone:beep", "--force");
    expect([code, err]).toEqual([1, expect.stringMatching(/is the article itself/)]);
    expect(await readFile(join(folder, "swans.md"), "utf8")).toBe(SWANS);
  });

  it("takes the format from the file's name, and refuses a name of another kind", async () => {
    const voice = ["--voice", "tone:beep"];
    const sound = madeBy(await lectern("swans.md", "--out", "swans.wav", ...voice)).file;
    expect((await readFile(sound)).toString("latin1", 0, 4)).toBe("RIFF");
    const captions = madeBy(await lectern("swans.md", "--out", "swans.words.vtt", ...voice)).file;
    expect(await readFile(captions, "utf8")).toMatch(/^WEBVTT[\s\S]*\nEngineers <\d/);
    for (const [file, format] of [
      ["x.wav", "mp3"],
      ["x.ogg", "m4b"],
      ["x.aac", "m4b"],
    ] as const) {
      const refused = await lectern("swans.md", "--out", file, "--format", format, ...voice);
      expect([refused.code, refused.err]).toEqual([
        2,
        expect.stringContaining(`${file} is named as another kind of file. Name it .${format}`),
      ]);
    }
    expect((await lectern("swans.md", "--out", "x.aac", ...voice)).code).toBe(2);
    expect((await readdir(folder)).filter((name) => name.startsWith("x."))).toEqual([]);
  });

  it("has the same times in every format, to a hundredth of a second a piece", async () => {
    const files = Array.from({ length: 6 }, (_, n) => `ferry${n}.md`);
    for (const [n, file] of files.entries())
      await writeFile(join(folder, file), FERRY.replace("nine people", `${"very ".repeat(n)}few people`));
    const starts = async (format: string): Promise<readonly number[]> =>
      madeBy(await lectern(...files, "--format", format, "--out", "all", "--voice", "espeak:en-us")).chapters.map(({ start }) => start);
    const [wav, mp3, opus] = [await starts("wav"), await starts("mp3"), await starts("opus")];
    expect(mp3).toEqual(wav);
    for (const [n, start] of opus.entries()) expect(Math.abs(start - (wav[n] ?? 0)), `${n}`).toBeLessThan(0.01 * (n + 1));
  });

  it("gives a name without an end one, and makes the folder that a slash asks for", async () => {
    const voice = ["--voice", "tone:beep"];
    expect(madeBy(await lectern("swans.md", "--out", "news 1.5", "--format", "wav", ...voice)).file).toBe(join(folder, "news 1.5.wav"));
    const { file } = madeBy(await lectern("swans.md", "--out", "new/er/", "--format", "wav", ...voice));
    expect(file).toBe(join(folder, "new/er/Swans on the pillar.wav"));
    const taken = await lectern("swans.md", "--out", "ferry.md/", ...voice);
    expect([taken.code, taken.err]).toEqual([1, expect.stringMatching(/^storage: .*ferry\.md.* can't be written\. There is/)]);
  });

  it("gives an article whose letters the voice does not know to one that does, and says so", async () => {
    await writeFile(
      join(folder, "bridge.md"),
      "# 新桥开通\n\n今天早上，新桥终于开通了。三年来，工人们一直在努力。很多人来看，市长也来了。\n",
    );
    const { seconds: own } = madeBy(await lectern("bridge.md", "--out", "own.wav"));
    for (const voice of ["flite:rms", "espeak:en-us"]) {
      const { out, err, code } = await lectern("bridge.md", "swans.md", "--out", "asked.wav", "--force", "--voice", voice);
      expect([code, err]).toEqual([0, expect.stringMatching(/^[^\n]+ can't read the letters of Chinese; espeak:cmn reads it\.\n$/)]);
      const { chapters } = JSON.parse(out.trim().split("\n").at(-1) ?? "") as Made;
      expect(chapters[1]?.start ?? 0).toBeGreaterThan(own * 0.9);
    }
  });

  it("names the folder that can't be written to, also where it is not the file's", async () => {
    await writeFile(join(folder, "taken"), "a file, no folder");
    const env = { LECTERN_HOME: join(folder, "taken", "home") };
    const { code, err } = await start(folder, ["export", "swans.md", "--out", "s.wav", "--voice", "tone:beep"], { env }).ended;
    expect([code, err]).toEqual([1, `storage: ${join(folder, "taken", "home")} can't be written. There is no such folder.\n`]);
  });

  it("names a file in a folder after its title, whatever that has in it", async () => {
    await writeFile(join(folder, "bad.md"), SWANS.replace("Swans on the pillar", 'A/B: "C" \\ e|f? g'));
    const { file } = madeBy(await lectern("bad.md", "--out", folder, "--format", "wav", "--voice", "tone:beep"));
    expect(file).toBe(join(folder, "A B C e f g.wav"));
  });

  it("says which of several could not be opened, and leaves nothing", async () => {
    const { code, err } = await lectern("ferry.md", "nowhere.md", "--voice", "tone:beep");
    expect([code, err]).toEqual([1, expect.stringMatching(/^no-file: nowhere\.md: /)]);
    expect((await readdir(folder)).sort()).toEqual(["ferry.md", "home", "swans.md"]);
    expect(await readdir(join(folder, "home/editions"))).toEqual([]);
  });

  it("goes on after it was killed, to the same file, and leaves nothing behind", async () => {
    const texts = Array.from({ length: 4 }, (_, n) => `# Story ${n}\n\n${FERRY.repeat(30)}`);
    const names = await Promise.all(texts.map((text, n) => writeFile(join(folder, `s${n}.md`), text).then(() => `s${n}.md`)));
    const asked = [...names, "--format", "mp3", "--title", "Stories", "--voice", "tone:beep"];
    madeBy(await lectern(...asked, "--out", "whole.mp3"));
    const killed = start(folder, ["export", ...asked, "--out", "again.mp3"]);
    await expect.poll(() => /"done":0\.[2-9]/.test(killed.out()), { timeout: 60_000 }).toBe(true);
    killed.child.kill("SIGKILL");
    await killed.ended;
    expect(await readdir(join(folder, "home/editions"))).toHaveLength(1);
    const resumed = await lectern(...asked, "--out", "again.mp3");
    expect(resumed.out).toMatch(/"event":"began","resumed":[1-9]/);
    expect((await readFile(join(folder, "again.mp3"))).equals(await readFile(join(folder, "whole.mp3")))).toBe(true);
    expect(await readdir(join(folder, "home/editions"))).toEqual([]);
    expect((await readdir(folder)).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("tells a terminal at once what it does, and how long it takes when that is known", async () => {
    const env = { NODE_OPTIONS: "--import=data:text/javascript,process.stderr.isTTY=true" };
    const { code, err, out } = await start(folder, ["export", "swans.md", "--format", "wav", "--voice", "tone:beep"], { env }).ended;
    expect([code, out]).toEqual([0, ""]);
    expect(err.startsWith("\r\u001B[KOpening swans.md …")).toBe(true);
    expect(err).toContain("0%");
    expect(err).not.toContain(" left");
    expect(err).toMatch(/\.wav: .*MB, .*\n$/);
  });

  it("keeps what is done when it is interrupted, says so, and goes on from there unless the article is another", async () => {
    await writeFile(join(folder, "long.md"), `# Long\n\n${FERRY.repeat(60)}`);
    const running = start(folder, ["export", "long.md", "--out", "long.mp3", "--voice", "tone:beep"]);
    await expect.poll(() => running.out().includes('"pieces"'), { timeout: 60_000 }).toBe(true);
    running.child.kill("SIGINT");
    expect(await running.ended).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^stopped: Stopped before it was done\. .* the same command goes on from there\.\n$/),
    });
    expect(await readdir(join(folder, "home/editions"))).toHaveLength(1);
    expect((await readdir(folder)).sort()).toEqual(["ferry.md", "home", "long.md", "swans.md"]);
    const asked = ["long.md", "--out", "long.mp3", "--voice", "tone:beep"];
    expect((await lectern(...asked)).out).toMatch(/"event":"began","resumed":[1-9]/);
    expect(await readdir(join(folder, "home/editions"))).toEqual([]);
  });

  it("makes an article that was changed meanwhile anew", async () => {
    await writeFile(join(folder, "long.md"), `# Long\n\n${FERRY.repeat(60)}`);
    const asked = ["long.md", "--out", "long.mp3", "--voice", "tone:beep"];
    const running = start(folder, ["export", ...asked]);
    await expect.poll(() => running.out().includes('"pieces"'), { timeout: 60_000 }).toBe(true);
    running.child.kill("SIGINT");
    await running.ended;
    await writeFile(join(folder, "long.md"), SWANS);
    expect(madeBy(await lectern(...asked)).chapters.map(({ title }) => title)).toEqual(["Swans on the pillar"]);
  });
});

it("a recording that is interrupted says so in one line, and leaves nothing", async () => {
  await writeFile(join(folder, "long.md"), `# Long\n\n${FERRY.repeat(200)}`);
  const running = start(folder, ["read", "long.md", "--out", "long.wav", "--marks", "long.jsonl", "--voice", "tone:beep"]);
  await expect.poll(async () => (await readdir(folder)).some((name) => name.includes(".jsonl.part")), { timeout: 60_000 }).toBe(true);
  running.child.kill("SIGINT");
  expect(await running.ended).toEqual({ code: 1, out: "", err: "stopped: Stopped before it was done.\n" });
  expect((await readdir(folder)).filter((name) => /wav|jsonl/.test(name))).toEqual([]);
}, 90_000);

it("a command that is killed leaves no folder for temporary files", async () => {
  await writeFile(join(folder, "long.md"), `# Long\n\n${FERRY.repeat(200)}`);
  const temporary = join(folder, "temporary");
  await mkdir(temporary);
  const env = { TMPDIR: temporary };
  const running = start(folder, ["read", "long.md", "--out", "long.wav", "--voice", "tone:beep"], { env });
  await expect.poll(async () => (await readdir(folder)).some((name) => name.includes(".wav.part")), { timeout: 60_000 }).toBe(true);
  running.child.kill("SIGKILL");
  await running.ended;
  expect((await readdir(temporary)).filter((name) => name.startsWith("lectern-"))).toEqual([]);
}, 90_000);

it("a recording names the file that can't be written", async () => {
  const { code, err } = await start(folder, ["read", "swans.md", "--out", "s.wav", "--marks", "nowhere/s.jsonl"]).ended;
  expect([code, err]).toEqual([1, expect.stringMatching(/^storage: .*nowhere\/s\.jsonl can't be written\. There is no such folder\.\n$/)]);
  expect(await readdir(folder)).not.toContain("s.wav");
}, 60_000);

it.runIf(HAS_SMALL_DISKS)(
  "a recording leaves neither sound nor marks where one of them finds no room",
  async () => {
    const disk = smallDisk(64);
    try {
      const full = disk?.folder ?? "";
      await writeFile(join(full, "other"), new Uint8Array(64_000));
      const { code, err } = await start(folder, ["read", "swans.md", "--out", "s.wav", "--marks", join(full, "s.jsonl")]).ended;
      expect([code, err]).toEqual([1, expect.stringMatching(/^storage: .*s\.jsonl can't be written\. The disk is full\.\n$/)]);
      expect(await readdir(folder)).not.toContain("s.wav");
      expect(await readdir(full)).toEqual(["other"]);
    } finally {
      disk?.remove();
    }
  },
  60_000,
);
