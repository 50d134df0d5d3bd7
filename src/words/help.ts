import type { Help, HelpName } from "./en/help.ts";
import { asSpoken, type InterfaceLanguage, interfaceLanguage } from "./interface.ts";

/** Each language's help is a file of its own that is read when it is wanted: nothing waits for it before. */
const LOADERS: Readonly<Record<InterfaceLanguage, () => Promise<{ readonly HELP: Help }>>> = {
  ar: () => import("./ar/help.ts"),
  de: () => import("./de/help.ts"),
  en: () => import("./en/help.ts"),
  es: () => import("./es/help.ts"),
  fa: () => import("./fa/help.ts"),
  fr: () => import("./fr/help.ts"),
  hi: () => import("./hi/help.ts"),
  pt: () => import("./pt/help.ts"),
  ru: () => import("./ru/help.ts"),
  tr: () => import("./tr/help.ts"),
  uk: () => import("./uk/help.ts"),
  zh: () => import("./zh/help.ts"),
};

/** The articles of the help in a language of the interface: Markdown, with commands' names in braces for their keys. */
export const helpIn = async (lang: InterfaceLanguage): Promise<Help> => (await LOADERS[lang]()).HELP;

/** An article's own title: its first line. */
const titleOf = (article: string): string => (article.split("\n", 1)[0] ?? "").replace(/^# /, "");

/** The titles of the help's articles, in the language of the interface. */
export async function helpTitles(): Promise<Readonly<Record<HelpName, string>>> {
  const articles = Object.entries(await helpIn(interfaceLanguage())) as [HelpName, string][];
  return Object.fromEntries(articles.map(([name, article]) => [name, asSpoken(titleOf(article))])) as Record<HelpName, string>;
}
