import { describe, expect, it } from "vitest";
import { terminalLanguage } from "../../src/shell/cli/terminal-language.ts";

describe("the terminal's language", () => {
  it.each([
    [{ LANG: "de_AT.UTF-8" }, "de-AT"],
    [{ LANG: "de_AT.UTF-8", LC_MESSAGES: "fr_FR" }, "fr-FR"],
    [{ LANG: "de_AT.UTF-8", LC_ALL: "C" }, "en"],
    [{ LC_ALL: "C.UTF-8" }, "en"],
    [{ LANG: "ca_ES@valencia" }, "ca-ES"],
  ])("of %o is %s", (environment, lang) => expect(terminalLanguage(environment)).toBe(lang));

  it("is the system's where nothing is said", () => expect(terminalLanguage({})).toBe(Intl.DateTimeFormat().resolvedOptions().locale));
});
