import { memo, useMemo } from "react";
import { type ArticleChanges, BYLINE, KICKER, TITLE } from "../../model/index.ts";
import { interfaceDirection, interfaceLanguage } from "../../words/index.ts";
import { changesWords } from "../reading/changes.ts";
import { groupsOf } from "../reading/groups.ts";
import { sentencesOf } from "../reading/sentences.ts";
import { timeWords } from "../reading/time.ts";
import type { Reading } from "../state.ts";
import { AuditLine } from "./AuditLine.tsx";
import { Blocks } from "./Blocks.tsx";
import { Sentences, shows } from "./Sentences.tsx";

/** Blocks from which an article is laid out only where it is seen. A book of 12,000 took 16 s to show (measured). */
const LONG = 600;

/** An article and its sentences. Nothing in it changes while it is read. */
export const ArticleView = memo(
  ({ reading: { article, script, whole = script }, changes }: { readonly reading: Reading; readonly changes: ArticleChanges | null }) => {
    const sentences = useMemo(() => sentencesOf(whole), [whole]);
    const groups = useMemo(() => groupsOf(article.blocks), [article]);
    const { kicker, title, byline, site, published } = article;
    return (
      <article data-article="" data-long={article.blocks.length > LONG ? "" : undefined} lang={article.lang} dir={article.dir}>
        <header className="article-head">
          {kicker ? (
            <p className="kicker" {...shows(KICKER)}>
              <Sentences text={kicker} sentences={sentences.get(KICKER)} />
            </p>
          ) : null}
          <h1 {...shows(TITLE)}>
            <Sentences text={title} sentences={sentences.get(TITLE)} />
          </h1>
          {byline ? (
            <p className="byline" {...shows(BYLINE)}>
              <Sentences text={byline} sentences={sentences.get(BYLINE)} />
            </p>
          ) : null}
          {site || published ? (
            <p className="origin">
              {site ? <span>{site}</span> : null}
              {site && published ? <span aria-hidden="true"> · </span> : null}
              {published ? <time dateTime={published}>{timeWords(published)}</time> : null}
            </p>
          ) : null}
          {changes ? <p className="changes">{changesWords(article, changes)}</p> : null}
        </header>
        <Blocks groups={groups} sentences={sentences} />
        <footer className="article-foot" lang={interfaceLanguage()} dir={interfaceDirection()}>
          <AuditLine audit={article.audit} />
        </footer>
      </article>
    );
  },
);
