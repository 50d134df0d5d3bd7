import type { Rescue } from "../model/index.ts";
import { interfaceLanguage, words } from "./interface.ts";
import { leftToRight } from "./left-to-right.ts";

/** What is counted, in the order in which it is told. */
const PARTS = ["articles", "settings", "feeds", "items", "entries"] as const;

/** Tells what was rescued of a damaged library, and where that is now. */
export function rescueWords(rescue: Rescue): string {
  const told = PARTS.flatMap((part) => {
    const { kept, all } = rescue[part];
    if (kept === 0 && (all ?? 0) === 0) return [];
    return [words(all === null || all === kept ? `rescue.${part}` : `rescue.${part}.some`, { kept, all: all ?? kept })];
  });
  const list = new Intl.ListFormat(interfaceLanguage(), { type: "conjunction" }).format(told);
  return words("rescue.told", { list, file: leftToRight(rescue.file) });
}

/** Tells what happened to a library that was damaged. */
export const noticeWords = (
  notice: { readonly kind: "library-set-aside"; readonly file: string } | { readonly kind: "library-rescued"; readonly rescue: Rescue },
): string =>
  notice.kind === "library-rescued" ? rescueWords(notice.rescue) : words(`notice.${notice.kind}`, { file: leftToRight(notice.file) });
