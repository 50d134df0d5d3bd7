import { describe, expect, it } from "vitest";
import { extractArticle } from "../../src/extract/index.ts";

const ENGLISH = [
  "The ferries stopped for nine days in January, and the people of both towns walked across the ice for bread and for the doctor.",
  "Nobody had believed a word of it until the morning when the dog of the harbour-master came back from the other side of the river.",
  "The engineers measured everything twice and wrote it down, because the insurance company would measure it a third time.",
];
const GERMAN =
  "Das Eis war so dick, dass man mit dem Schlitten darüber fahren konnte, und die Kinder hatten keine Schule, weil der Lehrer auf der anderen Seite wohnte und nicht herüberkam.";
const RUSSIAN = "Лёд был таким толстым, что по нему ездили на санях.";

async function languages(lang: string | null, texts: readonly string[]): Promise<readonly (string | null)[]> {
  const html = `<!doctype html><html${lang ? ` lang="${lang}"` : ""}><body><article><h1>The river</h1>${texts.join("\n")}</article></body></html>`;
  const source = {
    bytes: new TextEncoder().encode(html),
    mediaType: "text/html",
    charset: "utf-8",
    address: "https://a.example/x",
    lang: null,
  };
  return (await extractArticle(source)).blocks.map((block) => block.lang);
}
const p = (text: string): string => `<p>${text}</p>`;

describe("a part in another language", () => {
  it("is told from its words, and from its script, where the page does not say it", async () => {
    const texts = [...ENGLISH.map(p), `<blockquote><p>${GERMAN}</p></blockquote>`, p(RUSSIAN)];
    expect(await languages("en-GB", texts)).toEqual([null, null, null, "de", "ru"]);
    expect(await languages("de", [p(GERMAN), p(GERMAN.replace("Eis", "Wasser")), p(ENGLISH.join(" "))])).toEqual([null, null, "en"]);
  });

  it("keeps what the page says of it", async () => {
    const texts = [...ENGLISH.map(p), `<p lang="nl">${GERMAN}</p>`, `<p lang="en">${ENGLISH[0]}</p>`];
    expect(await languages("en-GB", texts)).toEqual([null, null, null, "nl", null]);
  });

  it("does not tell the article's language where the page says which it is in", async () => {
    const chinese = "这条河结了九天的冰，两岸的人都从冰上走过去买面包、请医生，孩子们也不用上学，因为老师住在对岸，过不来。";
    const texts = [p(chinese), ...ENGLISH.map((text) => `<p><span lang="en">${text}</span></p>`)];
    expect(await languages("zh", texts)).toEqual([null, "en", "en", "en"]);
    // Where what says its language is the article, and the rest a line or two, it tells.
    const russian = ["Лёд", "Наст", "Снег", "Покров"].map((name) => p(RUSSIAN.replace("Лёд", name)));
    expect(await languages("en", [`<div lang="ru">${russian.join("")}</div>`, p(ENGLISH[2] ?? "")])).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it.each([
    ["short", "Das war sehr schön, sagte er."],
    [
      "names",
      "Johann Sebastian Bach, Wolfgang Amadeus Mozart, Ludwig van Beethoven, Franz Schubert, Robert Schumann, Johannes Brahms, Richard Strauss and Arnold Schönberg.",
    ],
    [
      "a word of another script",
      "The Russian word мир means both peace and world, and also, long ago, the village that stood together in the field.",
    ],
    [
      "a title in it",
      "The paper is called „Die Zeit im Spiegel der alten Dinge“, and it was printed in the cellar of the mill for many years.",
    ],
    [
      "code",
      "const wheel = find(mill, behind); if (wheel === null) return nobody; else lift(wheel, nine, men); export default wheel, mill, school.",
    ],
  ])("is not heard in what is %s", async (_, text) => {
    expect(await languages("en", [...ENGLISH.map(p), p(text)])).toEqual([null, null, null, null]);
  });
});
