import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type { ArticleId, Choice, LeaveReason, NewSiteRule, SiteRule } from "../model/index.ts";

/** What listeners decided of an article's texts. */
export interface ChoiceTable {
  of(article: ArticleId): readonly Choice[];
  keep(article: ArticleId, choices: readonly Choice[]): void;
  drop(article: ArticleId, choices: readonly Choice[]): void;
}

/** The table of choices in an open database. */
export function choiceTable(database: DatabaseSyncInstance): ChoiceTable {
  const select = database.prepare("SELECT subject, key, stands FROM choice WHERE article = ? ORDER BY rowid");
  const insert = database.prepare("INSERT OR REPLACE INTO choice (article, subject, key, stands) VALUES (?, ?, ?, ?)");
  const remove = database.prepare("DELETE FROM choice WHERE article = ? AND subject = ? AND key = ?");
  return {
    of: (article) =>
      (select.all(article) as { readonly subject: Choice["of"]; readonly key: string; readonly stands: number }[]).map(
        ({ subject, key, stands }) => ({ of: subject, key, stands: stands === 1 }),
      ),
    keep(article, choices) {
      for (const { of, key, stands } of choices) insert.run(article, of, key, stands ? 1 : 0);
    },
    drop(article, choices) {
      for (const { of, key } of choices) remove.run(article, of, key);
    },
  };
}

/** What holds on all pages of a site. */
export interface SiteRuleTable {
  of(site: string): readonly SiteRule[];
  keep(rule: NewSiteRule): void;
  drop(id: number): void;
}

interface RuleRow {
  readonly id: number;
  readonly kind: SiteRule["kind"];
  readonly reason: LeaveReason;
  readonly part: string;
  readonly key: string;
  readonly sample: string;
}

/** The table of rules in an open database. */
export function siteRuleTable(database: DatabaseSyncInstance): SiteRuleTable {
  const select = database.prepare("SELECT id, kind, reason, part, key, sample FROM site_rule WHERE site = ? ORDER BY id");
  const insert = database.prepare("INSERT OR IGNORE INTO site_rule (site, kind, reason, part, key, sample) VALUES (?, ?, ?, ?, ?, ?)");
  const remove = database.prepare("DELETE FROM site_rule WHERE id = ?");
  return {
    of: (site) =>
      (select.all(site) as unknown as RuleRow[]).map(({ id, kind, reason, part, key, sample }) =>
        kind === "put-back" ? { id, site, sample, kind, reason, part } : { id, site, sample, kind, key },
      ),
    keep(rule) {
      const isBack = rule.kind === "put-back";
      insert.run(rule.site, rule.kind, isBack ? rule.reason : "", isBack ? rule.part : "", isBack ? "" : rule.key, rule.sample);
    },
    drop(id) {
      remove.run(id);
    },
  };
}
