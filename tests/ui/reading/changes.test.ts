import { afterAll, describe, expect, it } from "vitest";
import { type ArticleChange, type Block, blockId, TITLE } from "../../../src/model/index.ts";
import { changesWords } from "../../../src/ui/reading/changes.ts";
import { INTERFACE_LANGUAGES, speakLanguage } from "../../../src/words/index.ts";
import { articleOf } from "../article.ts";

const texts = Array.from(
  { length: 24 },
  (_, n): Block => ({ id: blockId(n), kind: "paragraph", text: `Text ${n}.`, lang: null, spans: [] }),
);
const article = articleOf(texts);

/** So many new texts and so many changed ones. */
const changes = (fresh: number, changed: number): readonly ArticleChange[] => [
  ...texts.slice(0, fresh).map(({ id }) => ({ block: id, kind: "new" as const })),
  ...texts.slice(fresh, fresh + changed).map(({ id }) => ({ block: id, kind: "changed" as const })),
];
const said = (fresh: number, changed: number, removed = 0): string => changesWords(article, { changes: changes(fresh, changed), removed });

describe("what has changed, in words", () => {
  afterAll(() => speakLanguage("en"));

  it("has the plural forms of English", async () => {
    await speakLanguage("en");
    expect(said(2, 1)).toBe("Updated. 2 new paragraphs, one passage changed.");
    expect(said(1, 3, 1)).toBe("Updated. One new paragraph, 3 passages changed, one passage removed.");
    expect(changesWords(article, { changes: [{ block: TITLE, kind: "changed" }], removed: 2 })).toBe(
      "Updated. Another headline, 2 passages removed.",
    );
  });

  it("has the plural forms of Russian", async () => {
    await speakLanguage("ru");
    expect(said(1, 2)).toBe("Обновлено. 1 новый абзац, 2 изменённых фрагмента.");
    expect(said(3, 5, 1)).toBe("Обновлено. 3 новых абзаца, 5 изменённых фрагментов, 1 удалённый фрагмент.");
    expect(said(12, 1, 22)).toBe("Обновлено. 12 новых абзацев, 1 изменённый фрагмент, 22 удалённых фрагмента.");
  });

  it("has the plural forms of Arabic", async () => {
    await speakLanguage("ar");
    expect(said(1, 2)).toBe("تحديث. فقرة جديدة واحدة وتعديلان.");
    expect(said(2, 1)).toBe("تحديث. فقرتان جديدتان وتعديل واحد.");
    expect(said(3, 11, 2)).toBe("تحديث. 3 فقرات جديدة و11 تعديلًا وحُذف جزءان.");
  });

  it("parts what is new from what is gone in every language", async () => {
    for (const language of INTERFACE_LANGUAGES) {
      await speakLanguage(language);
      const [one, other] = [said(2, 0), said(0, 3)].map((text) => text.split(/[.。।] */u)[1] ?? "");
      const both = said(2, 3);
      expect(both.toLocaleLowerCase(language)).toMatch(/[,،、]| (?:und|y|و|और)/u);
      expect(both.toLocaleLowerCase(language)).not.toContain(`${one} ${other}`.toLocaleLowerCase(language));
    }
  });
});
