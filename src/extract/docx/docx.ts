import { Failure, type Source } from "../../model/index.ts";
import type { Archive } from "../archive.ts";
import { readPartialDate } from "../dates.ts";
import { type DocumentWork, runJob } from "../documents/run.ts";
import { type Draft, type DraftBlock, emptyDraft } from "../draft.ts";
import { languageTag } from "../language.ts";
import type { Resolve } from "../page/addresses.ts";
import { readWhole, takeTitle } from "../page/whole.ts";
import { INSIDE, keepPictures } from "../pictures.ts";
import { collapse } from "../text.ts";
import { elementsNamed, readXml } from "../xml.ts";

const WEB = ["http:", "https:"];

/**
 * A Word document as an article: its title, else the heading that it begins with; pictures and notes where they belong.
 * @throws Failure `damaged`, `too-large`, `no-text`; the signal's reason
 */
export async function readDocx(archive: Archive, source: Source, work: DocumentWork): Promise<Draft> {
  // Everything is unpacked once, and counted: the converter does not count.
  for (const name of archive.names) {
    work.signal?.throwIfAborted();
    await archive.read(name);
  }
  let draft: Draft | null = null;
  const said = await readProperties(archive);
  for await (const part of runJob({ kind: "docx", bytes: source.bytes }, work)) {
    if (part.kind !== "docx") continue;
    const page = readWhole(part.html, { resolve });
    const { title, blocks } = takeTitle(page.blocks.map(captionlessText), null);
    const kept = await keepPictures(blocks, async (n) => part.pictures[Number(n)] ?? null);
    draft = {
      ...emptyDraft(source.address),
      ...said,
      title: title ?? said.title,
      blocks: kept.blocks,
      pictures: kept.pictures,
      merged: page.merged,
      left: [...page.left, ...part.hidden.map((text) => ({ text: collapse(text), reason: "hidden" as const }))],
    };
  }
  if (!draft?.blocks.some(({ text }) => text !== "") && !draft?.title)
    throw new Failure("no-text", "There is no text in this document: it is empty, or it has only pictures.");
  return draft;
}

const resolve: Resolve = (address, schemes) => {
  if (address === null) return null;
  if (address.startsWith(INSIDE)) return schemes === undefined ? address : null;
  const url = URL.canParse(address) ? new URL(address) : null;
  return url && (schemes ?? WEB).includes(url.protocol) ? url.href : null;
};

/** A caption without a picture is a table's or a drawing's: a paragraph. */
const captionlessText = (block: DraftBlock): DraftBlock =>
  block.kind === "figure" && block.src === null && block.caption !== ""
    ? { kind: "paragraph", text: block.text, lang: block.lang, spans: block.spans }
    : block;

/** What the document's data says of it (Office Open XML, core properties). */
async function readProperties(archive: Archive): Promise<Pick<Draft, "title" | "byline" | "published" | "modified" | "lang">> {
  const read = async (name: string): Promise<ReturnType<typeof readXml> | null> => {
    const bytes = await archive.read(name);
    return bytes && readXml(new TextDecoder().decode(bytes));
  };
  const core = await read("docProps/core.xml");
  const LONGEST = 500;
  const words = (name: string): string | null => {
    const element = core && elementsNamed(core, name)[0];
    return (element && collapse(element.text.slice(0, LONGEST))) || null;
  };
  const styles = await read("word/styles.xml");
  const defaults = styles && elementsNamed(styles, "rPrDefault")[0];
  const lang = defaults && elementsNamed(defaults, "lang")[0]?.attributes.get("val");
  const date = (name: string): string | null => readPartialDate(words(name) ?? "");
  return {
    title: words("title"),
    byline: words("creator"),
    published: date("created"),
    modified: date("modified"),
    lang: languageTag(words("language")) ?? languageTag(lang),
  };
}
