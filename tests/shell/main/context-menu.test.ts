import { describe, expect, it } from "vitest";
import { contextMenu } from "../../../src/shell/main/context-menu.ts";

const labels = (place: Parameters<typeof contextMenu>[0], hasArticle = true): readonly (string | undefined)[] =>
  contextMenu(place, hasArticle, () => {}).map(({ label, type }) => label ?? type);

describe("the context menu", () => {
  it("plays from the place, shows its photo, and leaves its passage out", () => {
    const chosen: string[] = [];
    const menu = contextMenu({ isEditable: false, selectionText: "" }, true, (command) => chosen.push(command));
    expect(menu.map(({ label }) => label)).toEqual(["Play from here", "Show this photo large", "Leave out this passage"]);
    for (const { click } of menu) (click as () => void)();
    expect(chosen).toEqual(["playHere", "showPhoto", "leaveOut"]);
  });
  it("copies what is selected", () => {
    expect(labels({ isEditable: false, selectionText: "the ferry" })).toEqual([
      "Play from here",
      "Show this photo large",
      "Leave out this passage",
      "separator",
      "Copy",
    ]);
  });
  it("has in a field what edits it", () => {
    expect(labels({ isEditable: true, selectionText: "" })).toEqual(["Cut", "Copy", "Paste", "Select all"]);
  });
  it("is none where there is nothing", () => {
    expect(labels({ isEditable: false, selectionText: "" }, false)).toEqual([]);
  });
});
