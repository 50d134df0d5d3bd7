import { afterAll, beforeAll, expect, it } from "vitest";
import { Failure, type LexiconEntry } from "../../../src/model/index.ts";
import { checkEntry } from "../../../src/narrate/index.ts";
import { entryRefusal, fileRefusal } from "../../../src/ui/control/lexicon-words.ts";
import { speakLanguage } from "../../../src/words/index.ts";

const QUAY: LexiconEntry = { written: "quay", spoken: "key", match: "word", lang: null, site: null, voice: null, ignoreCase: false };

beforeAll(() => speakLanguage("de"));
afterAll(() => speakLanguage("en"));

it.each<[string, Partial<LexiconEntry>, string]>([
  ["nothing", { written: " " }, "Es steht nichts da, wonach gesucht wird."],
  ["too much", { spoken: "key ".repeat(1000) }, "Das ist zu lang. Nehmen Sie einen kürzeren Teil davon."],
  ["half an expression", { written: "(quay", match: "expression" }, "„(quay“ ist kein Ausdruck, der verwendet werden kann."],
])("what is refused of %s is said in the interface's language", (_, part, said) => {
  const entry = { ...QUAY, ...part };
  let refused: unknown;
  try {
    checkEntry(entry);
  } catch (thrown) {
    refused = thrown;
  }
  expect(refused).toBeInstanceOf(Failure);
  expect(entryRefusal(refused as Failure, entry)).toBe(said);
});

it("says that a lexicon is full, and that a file is none", () => {
  expect(entryRefusal(new Failure("too-large", ""), QUAY)).toMatch(/^Das ist mehr, als ein Lexikon fasst\./);
  expect(fileRefusal(new Failure("bad-input", ""))).toMatch(/^Das ist kein lesbares Lexikon\./);
});
