import { describe, expect, it } from "vitest";
import { joined, sentencesOf } from "../../src/words/index.ts";

describe("sentences one after another", () => {
  it.each([
    [["The ferry sails.", "About 7 minutes left."], "The ferry sails. About 7 minutes left."],
    [["", "One.", ""], "One."],
    [["渡轮再次起航。", "约剩 7 分钟。"], "渡轮再次起航。约剩 7 分钟。"],
    [["图片：", "两艘船"], "图片：两艘船"],
    [["他说：“好……”", "然后走了。"], "他说：“好……”然后走了。"],
    [["渡轮", "起航"], "渡轮起航"],
    [["Ferry returns.", "渡轮起航。"], "Ferry returns. 渡轮起航。"],
    [["그는 갔다.", "나는 왔다."], "그는 갔다. 나는 왔다."],
  ])("%j", (parts, text) => {
    expect(joined(parts)).toBe(text);
  });
});

describe("parts as sentences", () => {
  it.each([
    [["The ferry sails again.", "Section 2 of 3"], "The ferry sails again. Section 2 of 3."],
    [["Does it sail?", "“It does!”", "Wait …"], "Does it sail? “It does!” Wait …"],
    [["He said “no”"], "He said “no”."],
    [["渡轮起航", "第 2 节，共 3 节"], "渡轮起航。第 2 节，共 3 节。"],
    [["नौका चली", "खंड 2"], "नौका चली। खंड 2।"],
    [["هل تعود؟", "القسم 2"], "هل تعود؟ القسم 2."],
    [["", "  "], ""],
  ])("%j", (parts, text) => {
    expect(sentencesOf(parts)).toBe(text);
  });
});
