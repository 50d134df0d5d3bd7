import { HELP_ARTICLES, type HelpArticle, helpAddress } from "../../contract/index.ts";
import { words } from "../../words/index.ts";
import { useController } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";

interface Props {
  readonly titles: Readonly<Record<HelpArticle, string>>;
}

/** The articles of the help, each opened as an article. */
export function HelpArticlesDialog({ titles }: Props) {
  const { mac, openAddress } = useController();
  return (
    <DialogFrame title={words("command.helpArticles")} describedBy="help-articles">
      <p id="help-articles">{words("helpArticles.text")}</p>
      <ul className="choices">
        {HELP_ARTICLES.map((name, index) => (
          <li key={name}>
            <button
              type="button"
              className="choice"
              data-first={index === 0 ? "" : undefined}
              onClick={() => openAddress(helpAddress(name, mac), { typed: false, label: titles[name] })}
            >
              {titles[name]}
            </button>
          </li>
        ))}
      </ul>
    </DialogFrame>
  );
}
