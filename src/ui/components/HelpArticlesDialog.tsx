import { HELP_ARTICLES, type HelpArticle, helpAddress } from "../../contract/index.ts";
import { HELP, interfaceLanguage, joined, words } from "../../words/index.ts";
import { useController } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";

/** An article's own title: its first line. The keys are in the language of the interface. */
const titleOf = (name: HelpArticle): string =>
  name === "keys" ? words("help.title") : (HELP[name].split("\n", 1)[0] ?? "").replace(/^# /, "");

/** The articles of the help, each opened as an article. */
export function HelpArticlesDialog() {
  const { mac, openAddress } = useController();
  const isEnglish = interfaceLanguage() === "en";
  return (
    <DialogFrame title={words("command.helpArticles")} describedBy="help-articles">
      <p id="help-articles">{joined([words("helpArticles.text"), isEnglish ? "" : words("helpArticles.english")])}</p>
      <ul className="choices">
        {HELP_ARTICLES.map((name, index) => (
          <li key={name}>
            <button
              type="button"
              className="choice"
              data-first={index === 0 ? "" : undefined}
              onClick={() => openAddress(helpAddress(name, mac), { typed: false, label: titleOf(name) })}
            >
              <bdi lang={name === "keys" ? undefined : "en"}>{titleOf(name)}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </DialogFrame>
  );
}
