import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { type KeptEntry, LEXICON_MATCHES, type LexiconChange, type LexiconEntry } from "../model/index.ts";
import { together } from "./together.ts";

/** The listener's lexicon in the store. */
export interface LexiconStore {
  /** In order: the first goes before the others. */
  all(): readonly KeptEntry[];
  /** The change as a whole or not at all. */
  change(change: LexiconChange): void;
}

interface Row {
  readonly id: number;
  readonly position: number;
  readonly written: string;
  readonly spoken: string;
  readonly match: string;
  readonly lang: string | null;
  readonly site: string | null;
  readonly voice: LexiconEntry["voice"];
  readonly ignore_case: number;
}

/** A row as an entry, null for what another Lectern wrote and this one does not know. */
function keptOf(row: Row): KeptEntry | null {
  const match = LEXICON_MATCHES.find((known) => known === row.match);
  if (match === undefined) return null;
  const { id, position, written, spoken, lang, site, voice } = row;
  return { id, position, entry: { written, spoken, match, lang, site, voice, ignoreCase: row.ignore_case === 1 } };
}

/** What makes two entries one: the same words in the same places. */
const keyOf = ({ written, match, lang, site, voice, ignoreCase }: LexiconEntry): readonly (string | number)[] => [
  written,
  match,
  lang ?? "",
  site ?? "",
  voice ?? "",
  ignoreCase ? 1 : 0,
];

/** The lexicon's part of the store. */
export function createLexiconStore(database: DatabaseSyncInstance): LexiconStore {
  const selectAll = database.prepare("SELECT * FROM lexicon ORDER BY position, id");
  const selectSame = database.prepare(
    "SELECT id FROM lexicon WHERE written = ? AND match = ? AND coalesce(lang, '') = ? AND coalesce(site, '') = ? AND coalesce(voice, '') = ? AND ignore_case = ?",
  );
  const selectFirst = database.prepare("SELECT min(position) AS first FROM lexicon");
  const insert = database.prepare(
    "INSERT INTO lexicon (id, position, written, spoken, match, lang, site, voice, ignore_case) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const update = database.prepare(
    "UPDATE lexicon SET written = ?, spoken = ?, match = ?, lang = ?, site = ?, voice = ?, ignore_case = ? WHERE id = ?",
  );
  const place = database.prepare("UPDATE lexicon SET position = ? WHERE id = ?");
  const remove = database.prepare("DELETE FROM lexicon WHERE id = ?");

  const valuesOf = ({ written, spoken, match, lang, site, voice, ignoreCase }: LexiconEntry): (string | number | null)[] => [
    written,
    spoken,
    match,
    lang,
    site,
    voice,
    ignoreCase ? 1 : 0,
  ];
  const sameAs = (entry: LexiconEntry): number | null =>
    (selectSame.get(...keyOf(entry)) as { readonly id: number } | undefined)?.id ?? null;
  const all = (): readonly KeptEntry[] => (selectAll.all() as unknown as Row[]).flatMap((row) => keptOf(row) ?? []);

  const keep = (entries: readonly LexiconEntry[]): void => {
    const first = (selectFirst.get() as { readonly first: number | null }).first ?? 0;
    const done = new Set<string>();
    entries.forEach((entry, index) => {
      // The earlier of two alike goes first, so the later one would never be heard.
      const key = JSON.stringify(keyOf(entry));
      if (done.has(key)) return;
      done.add(key);
      const known = sameAs(entry);
      if (known === null) insert.run(null, first - entries.length + index, ...valuesOf(entry));
      else update.run(...valuesOf(entry), known);
    });
  };
  const move = (id: number, by: -1 | 1): void => {
    const order = all();
    const at = order.findIndex((kept) => kept.id === id);
    const other = order[at + by];
    if (at < 0 || !other) return;
    const moved = order.map((kept) => kept.id);
    moved[at] = other.id;
    moved[at + by] = id;
    // Numbered anew: two entries may have come to the same position.
    moved.forEach((one, index) => {
      if (order[index]?.position !== index || order[index]?.id !== one) place.run(index, one);
    });
  };
  const apply = (change: LexiconChange): void => {
    switch (change.kind) {
      case "keep":
        keep(change.entries);
        return;
      case "change": {
        const known = sameAs(change.entry);
        if (known !== null && known !== change.id) remove.run(known);
        update.run(...valuesOf(change.entry), change.id);
        return;
      }
      case "move":
        move(change.id, change.by);
        return;
      case "remove":
        for (const id of change.ids) remove.run(id);
        return;
      case "restore":
        for (const { id, position, entry } of change.kept) {
          remove.run(id);
          const known = sameAs(entry);
          if (known !== null) remove.run(known);
          insert.run(id, position, ...valuesOf(entry));
        }
    }
  };
  return {
    all,
    change(change) {
      together(database, () => apply(change));
    },
  };
}
