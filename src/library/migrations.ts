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
  `CREATE TABLE feed (
     id INTEGER PRIMARY KEY AUTOINCREMENT,
     address TEXT NOT NULL UNIQUE,
     title TEXT,
     own_title TEXT,
     site TEXT,
     lang TEXT,
     image TEXT,
     folder TEXT NOT NULL DEFAULT '[]',
     added TEXT NOT NULL,
     etag TEXT,
     modified TEXT,
     checked TEXT,
     due TEXT NOT NULL,
     failures INTEGER NOT NULL DEFAULT 0,
     problem TEXT,
     message TEXT,
     gone INTEGER NOT NULL DEFAULT 0,
     removed TEXT
   ) STRICT;
   CREATE TABLE item (
     id INTEGER PRIMARY KEY AUTOINCREMENT,
     feed INTEGER NOT NULL REFERENCES feed (id) ON DELETE CASCADE,
     key TEXT NOT NULL,
     link TEXT,
     title TEXT NOT NULL,
     summary TEXT NOT NULL,
     content TEXT,
     author TEXT,
     image TEXT,
     enclosures TEXT,
     published TEXT NOT NULL,
     found TEXT NOT NULL,
     seen TEXT NOT NULL,
     digest TEXT NOT NULL,
     words INTEGER NOT NULL,
     story INTEGER,
     article TEXT REFERENCES article (id) ON DELETE SET NULL,
     read TEXT,
     starred TEXT,
     UNIQUE (feed, key)
   ) STRICT;
   CREATE INDEX item_published ON item (published DESC, id DESC);
   CREATE INDEX item_feed ON item (feed, published DESC, id DESC);
   CREATE INDEX item_unread ON item (published DESC, id DESC) WHERE read IS NULL;
   CREATE INDEX item_starred ON item (starred DESC) WHERE starred IS NOT NULL;
   CREATE INDEX item_read ON item (read DESC) WHERE read IS NOT NULL;
   CREATE INDEX item_story ON item (story) WHERE story IS NOT NULL;
   CREATE INDEX item_article ON item (article) WHERE article IS NOT NULL;
   CREATE TABLE queue (
     item INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
     position REAL NOT NULL
   ) STRICT;
   CREATE INDEX queue_position ON queue (position);
   CREATE TABLE searched (
     id INTEGER PRIMARY KEY AUTOINCREMENT,
     item INTEGER UNIQUE,
     article TEXT UNIQUE
   ) STRICT;
   CREATE VIRTUAL TABLE search USING fts5 (title, body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');
   CREATE TRIGGER item_gone AFTER DELETE ON item BEGIN
     DELETE FROM search WHERE rowid IN (SELECT id FROM searched WHERE item = old.id);
     DELETE FROM searched WHERE item = old.id;
   END;
   CREATE TRIGGER article_gone AFTER DELETE ON article BEGIN
     DELETE FROM search WHERE rowid IN (SELECT id FROM searched WHERE article = old.id);
     DELETE FROM searched WHERE article = old.id;
   END;
   INSERT INTO searched (article) SELECT id FROM article;
   INSERT INTO search (rowid, title, body)
     SELECT searched.id, article.title,
       coalesce((SELECT group_concat(json_extract(block.value, '$.text'), ' ') FROM json_each(article.content, '$.blocks') block), '')
     FROM searched JOIN article ON article.id = searched.article;`,
  `ALTER TABLE feed ADD COLUMN patience TEXT;`,
  `ALTER TABLE feed ADD COLUMN full_text TEXT NOT NULL DEFAULT 'auto';
   ALTER TABLE feed ADD COLUMN learned TEXT;
   ALTER TABLE item ADD COLUMN stale INTEGER NOT NULL DEFAULT 0;
   CREATE TABLE wanted (
     item INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
     due TEXT NOT NULL,
     tries INTEGER NOT NULL DEFAULT 0
   ) STRICT;
   CREATE INDEX wanted_due ON wanted (due);`,
  // Each list and each count is answered out of an index alone, for rows are long and lie far apart.
  `DROP INDEX item_published;
   DROP INDEX item_feed;
   DROP INDEX item_unread;
   DROP INDEX item_starred;
   DROP INDEX item_read;
   CREATE INDEX item_published ON item (published DESC, id DESC, feed);
   CREATE INDEX item_feed ON item (feed, published DESC, id DESC, read);
   CREATE INDEX item_unread ON item (published DESC, id DESC, feed, read) WHERE read IS NULL;
   CREATE INDEX item_starred ON item (starred DESC, id DESC, feed) WHERE starred IS NOT NULL;
   CREATE INDEX item_read ON item (read DESC, id DESC, feed) WHERE read IS NOT NULL;`,
  `ALTER TABLE feed ADD COLUMN breaking INTEGER NOT NULL DEFAULT 0;
   CREATE TABLE breaking (
     item INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
     found TEXT NOT NULL
   ) STRICT;
   CREATE INDEX breaking_found ON breaking (found DESC);`,
  `ALTER TABLE article ADD COLUMN packed BLOB;
   CREATE TABLE seal (id INTEGER PRIMARY KEY, sum INTEGER NOT NULL) STRICT;`,
  `CREATE TABLE web_picture (
     article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
     address TEXT NOT NULL,
     media_type TEXT NOT NULL,
     size INTEGER NOT NULL,
     kept TEXT NOT NULL,
     bytes BLOB NOT NULL,
     PRIMARY KEY (article, address)
   ) STRICT;
   CREATE INDEX web_picture_kept ON web_picture (kept DESC, size);`,
  `CREATE TABLE former (
     article TEXT PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
     packed BLOB NOT NULL,
     told INTEGER NOT NULL DEFAULT 0
   ) STRICT;`,
  `ALTER TABLE place ADD COLUMN before TEXT NOT NULL DEFAULT '';
   ALTER TABLE place ADD COLUMN after TEXT NOT NULL DEFAULT '';
   ALTER TABLE place ADD COLUMN twins INTEGER NOT NULL DEFAULT 1;
   CREATE TABLE bookmark (
     id INTEGER PRIMARY KEY AUTOINCREMENT,
     article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
     block TEXT NOT NULL,
     offset INTEGER NOT NULL,
     quote TEXT NOT NULL,
     before TEXT NOT NULL,
     after TEXT NOT NULL,
     twins INTEGER NOT NULL,
     note TEXT NOT NULL DEFAULT '',
     made TEXT NOT NULL,
     removed TEXT
   ) STRICT;
   CREATE INDEX bookmark_article ON bookmark (article);
   CREATE TABLE spoken_note (
     bookmark INTEGER PRIMARY KEY REFERENCES bookmark (id) ON DELETE CASCADE,
     media_type TEXT NOT NULL,
     seconds REAL NOT NULL,
     bytes BLOB NOT NULL
   ) STRICT;`,
  // What is edited of subscriptions and their items is told to the sync server, however it came to be edited, but for what came from there.
  `CREATE TABLE sync_account (
     id INTEGER PRIMARY KEY CHECK (id = 1),
     protocol TEXT NOT NULL,
     address TEXT NOT NULL,
     user TEXT NOT NULL,
     cursor TEXT,
     synced TEXT,
     problem TEXT,
     message TEXT
   ) STRICT;
   CREATE TABLE sync_feed (
     remote TEXT PRIMARY KEY,
     feed INTEGER NOT NULL,
     title TEXT NOT NULL,
     folder TEXT NOT NULL,
     looks INTEGER NOT NULL DEFAULT 0
   ) STRICT;
   CREATE INDEX sync_feed_feed ON sync_feed (feed);
   CREATE TABLE sync_item (
     remote TEXT PRIMARY KEY,
     item INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE
   ) STRICT;
   CREATE INDEX sync_item_item ON sync_item (item);
   CREATE TABLE sync_edit (
     seq INTEGER PRIMARY KEY AUTOINCREMENT,
     item INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
     field TEXT NOT NULL,
     at TEXT NOT NULL,
     UNIQUE (item, field)
   ) STRICT;
   CREATE TABLE sync_feed_edit (
     seq INTEGER PRIMARY KEY AUTOINCREMENT,
     feed INTEGER NOT NULL,
     field TEXT NOT NULL,
     at TEXT NOT NULL,
     refused TEXT,
     UNIQUE (feed, field)
   ) STRICT;
   CREATE TABLE sync_quiet (id INTEGER PRIMARY KEY) STRICT;
   CREATE INDEX item_link ON item (feed, link) WHERE link IS NOT NULL;
   CREATE TRIGGER sync_read AFTER UPDATE OF read ON item
     WHEN (old.read IS NULL) <> (new.read IS NULL) AND EXISTS (SELECT 1 FROM sync_feed WHERE feed = new.feed)
       AND NOT EXISTS (SELECT 1 FROM sync_quiet)
   BEGIN
     DELETE FROM sync_edit WHERE item = new.id AND field = 'read';
     INSERT INTO sync_edit (item, field, at) VALUES (new.id, 'read', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
   END;
   CREATE TRIGGER sync_starred AFTER UPDATE OF starred ON item
     WHEN (old.starred IS NULL) <> (new.starred IS NULL) AND EXISTS (SELECT 1 FROM sync_feed WHERE feed = new.feed)
       AND NOT EXISTS (SELECT 1 FROM sync_quiet)
   BEGIN
     DELETE FROM sync_edit WHERE item = new.id AND field = 'starred';
     INSERT INTO sync_edit (item, field, at) VALUES (new.id, 'starred', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
   END;
   CREATE TRIGGER sync_added AFTER INSERT ON feed
     WHEN EXISTS (SELECT 1 FROM sync_account) AND NOT EXISTS (SELECT 1 FROM sync_quiet)
   BEGIN
     DELETE FROM sync_feed_edit WHERE feed = new.id AND field = 'taken';
     INSERT INTO sync_feed_edit (feed, field, at) VALUES (new.id, 'taken', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
   END;
   CREATE TRIGGER sync_taken AFTER UPDATE OF removed ON feed
     WHEN (old.removed IS NULL) <> (new.removed IS NULL) AND EXISTS (SELECT 1 FROM sync_account) AND NOT EXISTS (SELECT 1 FROM sync_quiet)
   BEGIN
     DELETE FROM sync_feed_edit WHERE feed = new.id AND field = 'taken';
     INSERT INTO sync_feed_edit (feed, field, at) VALUES (new.id, 'taken', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
   END;
   CREATE TRIGGER sync_arranged AFTER UPDATE OF own_title, folder ON feed
     WHEN (old.own_title IS NOT new.own_title OR old.folder <> new.folder) AND EXISTS (SELECT 1 FROM sync_account)
       AND NOT EXISTS (SELECT 1 FROM sync_quiet)
   BEGIN
     DELETE FROM sync_feed_edit WHERE feed = new.id AND field = 'arranged';
     INSERT INTO sync_feed_edit (feed, field, at) VALUES (new.id, 'arranged', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
   END;`,
  `ALTER TABLE feed ADD COLUMN keep_read TEXT NOT NULL DEFAULT 'general';`,
  `ALTER TABLE feed ADD COLUMN ready INTEGER NOT NULL DEFAULT 0;
   CREATE TABLE ready (
     item INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
     wish INTEGER NOT NULL,
     published TEXT NOT NULL,
     done INTEGER NOT NULL DEFAULT 0,
     size INTEGER NOT NULL DEFAULT 0,
     tries INTEGER NOT NULL DEFAULT 0,
     again TEXT NOT NULL DEFAULT ''
   ) STRICT;
   CREATE INDEX ready_done ON ready (done, wish, published DESC, item DESC, size);`,
  `ALTER TABLE ready ADD COLUMN manner TEXT NOT NULL DEFAULT '';
   ALTER TABLE ready ADD COLUMN sound INTEGER NOT NULL DEFAULT 0;`,
];
