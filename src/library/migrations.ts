/**
 * The store's history, one step a version. A step that was released is never edited: a new one follows it.
 * `user_version` counts the steps that a file has taken.
 */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE article (
     id TEXT PRIMARY KEY,
     address TEXT NOT NULL,
     title TEXT NOT NULL,
     site TEXT,
     opened TEXT NOT NULL,
     content TEXT NOT NULL
   ) STRICT;
   CREATE INDEX article_opened ON article (opened DESC);
   CREATE TABLE place (
     article TEXT PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
     block TEXT NOT NULL,
     offset INTEGER NOT NULL,
     quote TEXT NOT NULL,
     kept TEXT NOT NULL
   ) STRICT;
   CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;`,
  `CREATE TABLE lexicon (
     id INTEGER PRIMARY KEY,
     position INTEGER NOT NULL,
     written TEXT NOT NULL,
     spoken TEXT NOT NULL,
     match TEXT NOT NULL,
     lang TEXT,
     site TEXT,
     voice TEXT,
     ignore_case INTEGER NOT NULL
   ) STRICT;
   CREATE UNIQUE INDEX lexicon_key ON lexicon (written, match, coalesce(lang, ''), coalesce(site, ''), coalesce(voice, ''), ignore_case);`,
  `CREATE TABLE choice (
     article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
     subject TEXT NOT NULL,
     key TEXT NOT NULL,
     stands INTEGER NOT NULL,
     PRIMARY KEY (article, subject, key)
   ) STRICT;
   CREATE TABLE site_rule (
     id INTEGER PRIMARY KEY AUTOINCREMENT,
     site TEXT NOT NULL,
     kind TEXT NOT NULL,
     reason TEXT NOT NULL,
     part TEXT NOT NULL,
     key TEXT NOT NULL,
     sample TEXT NOT NULL,
     UNIQUE (site, kind, reason, part, key)
   ) STRICT;`,
  `CREATE TABLE picture (
     article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
     name TEXT NOT NULL,
     media_type TEXT NOT NULL,
     bytes BLOB NOT NULL,
     PRIMARY KEY (article, name)
   ) STRICT;`,
];
