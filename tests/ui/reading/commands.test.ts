import { describe, expect, it } from "vitest";
import { COMMAND_IDS } from "../../../src/contract/index.ts";
import { findCommands } from "../../../src/ui/reading/commands.ts";

describe("the search for a command", () => {
  it("finds all of them without a text", () => expect(findCommands("")).toEqual(COMMAND_IDS));

  it("finds words in any order and case", () => {
    expect(findCommands("SENTENCE next")).toContain("nextSentence");
    expect(findCommands("sentence next")).not.toContain("previousSentence");
  });

  it("puts first what begins so", () => expect(findCommands("larger")[0]).toBe("largerText"));

  it("finds by the menu too", () => expect(findCommands("help")).toContain("palette"));

  it("finds nothing where there is nothing", () => expect(findCommands("zzzz")).toEqual([]));

  it("minds no accents", () => expect(findCommands("cafe", () => "Café")).toHaveLength(COMMAND_IDS.length));
});
