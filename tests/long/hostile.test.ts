import { rm } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { expect, it } from "vitest";
import { readCorpus } from "../hostile/corpus.ts";
import { openInWindow, watchWindow } from "../hostile/in-window.ts";
import { mutateVector, VECTORS, XML_DOCUMENTS } from "../hostile/vectors.ts";
import { watch } from "../hostile/watch.ts";
import { closeWays, takeDocument, WAYS } from "../hostile/ways.ts";
import { expectArticle } from "../journeys/eyes.ts";
import { openSite } from "../journeys/fixture.ts";
import { BEEPS, launch, makeHome } from "../journeys/harness.ts";

const ROOT = join(import.meta.dirname, "../..");
/** Folders of hostile things, separated as paths are: `LECTERN_HOSTILE=/a:/b npm run verify:long -- hostile`. */
const FOLDERS = (process.env.LECTERN_HOSTILE ?? "").split(delimiter).filter((folder) => folder !== "");
/** Changed vectors that are taken in by each way. */
const CHANGED = Number(process.env.LECTERN_HOSTILE_CHANGED ?? 400);

const corpus = readCorpus(FOLDERS);
const vectors = [...VECTORS, ...corpus.vectors];
const documents = [...XML_DOCUMENTS, ...corpus.documents];

it("takes every vector in by every way, as it is and changed, and nothing happens", async () => {
  for (const take of Object.values(WAYS)) await take("<p>words</p>");
  const outside = watch([ROOT]);
  let count = 0;
  try {
    for (const [name, take] of Object.entries(WAYS)) {
      for (const [index, vector] of vectors.entries()) {
        await take(vector);
        outside.check(`${name}, ${index}: ${vector.slice(0, 300)}`);
        count += 1;
      }
      for (let seed = 0; seed < CHANGED; seed++) {
        const vector = mutateVector(vectors, seed + 1_000_000);
        await take(vector);
        outside.check(`${name}, seed ${seed}: ${vector.slice(0, 300)}`);
        count += 1;
      }
      console.log(`${name}: ${vectors.length} vectors and ${CHANGED} changed ones`);
    }
    for (const [index, text] of documents.entries()) {
      await takeDocument(text);
      await takeDocument(mutateVector([text], index));
      outside.check(`document ${index}: ${text.slice(0, 300)}`);
      count += 2;
    }
  } finally {
    outside.end();
    await closeWays();
  }
  console.log(
    `${count} times something hostile came in (${corpus.vectors.length} vectors and ${corpus.documents.length} documents of ${FOLDERS.length} folders): nothing ran, left, was read, written or started.`,
  );
  expect(count).toBeGreaterThan(1_000);
});

it("shows every vector in the window, and nothing happens", async () => {
  const site = await openSite();
  const home = await makeHome({ voice: BEEPS, pictures: "words" });
  const lectern = await launch({ home, args: [`${site.address}/first`] });
  try {
    await expectArticle(lectern.page, "The harbour opens again");
    const watched = await watchWindow(lectern);
    const changed = Array.from({ length: CHANGED }, (_, seed) => mutateVector(vectors, seed));
    const opened = await openInWindow(lectern, [...vectors, ...changed], join(site.folder, "hostile"));
    await watched.check();
    expect(opened).toBeGreaterThan(10);
    console.log(
      `${vectors.length + changed.length} vectors in the window, ${opened} articles of them: nothing ran, nothing was asked for.`,
    );
  } finally {
    await lectern.close();
    await site.close();
    await rm(home, { recursive: true, force: true });
  }
});
