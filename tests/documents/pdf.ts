/** A piece of text that a made page draws: points from the page's lower left corner. */
export interface Drawn {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** The tag and number of its marked content. */
  readonly mark?: readonly [tag: string, id: number | null];
}

/** An element of a made document's structure: a number is a marked content of its page. */
export interface Tag {
  readonly role: string;
  readonly page: number;
  readonly alt?: string;
  readonly children: readonly (Tag | number)[];
}

/** A made PDF, and what is changed in it. */
export interface PdfOptions {
  readonly info?: Readonly<Record<string, string>>;
  readonly lang?: string;
  readonly tags?: readonly Tag[];
  readonly locked?: boolean;
}

const escaped = (text: string): string => text.replace(/[\\()]/g, "\\$&").replaceAll("•", "\\225");

/** A column of lines, from the top down. */
export const lines = (texts: readonly string[], { x = 72, top = 700, size = 10, step = 12 } = {}): readonly Drawn[] =>
  texts.map((text, n) => ({ text, x, y: top - n * step, size }));

/** Makes a PDF (ISO 32000-1) of A4 pages in Helvetica. */
export function pdf(pages: readonly (readonly Drawn[])[], { info = {}, lang, tags, locked = false }: PdfOptions = {}): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const font = add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  const PAGES = pages.length * 2 + 2;
  const numbers: number[] = [];
  for (const [index, drawn] of pages.entries()) {
    const content = drawn
      .map(({ text, x, y, size = 10, mark }) => {
        const shown = `BT /F1 ${size} Tf ${x} ${y} Td (${escaped(text)}) Tj ET`;
        if (!mark) return shown;
        return `/${mark[0]} ${mark[1] === null ? "<< >>" : `<< /MCID ${mark[1]} >>`} BDC ${shown} EMC`;
      })
      .join("\n");
    const stream = add(`<< /Length ${Buffer.byteLength(content, "latin1")} >>\nstream\n${content}\nendstream`);
    numbers.push(
      add(
        `<< /Type /Page /Parent ${PAGES} 0 R /MediaBox [0 0 595 842] /Contents ${stream} 0 R /Resources << /Font << /F1 ${font} 0 R >> >> /StructParents ${index} >>`,
      ),
    );
  }
  add(`<< /Type /Pages /Kids [${numbers.map((number) => `${number} 0 R`).join(" ")}] /Count ${pages.length} >>`);
  let structure = "";
  if (tags) {
    const root = objects.length + 1;
    objects.push("");
    const byMark = new Map<number, Map<number, number>>();
    const tag = ({ role, page, alt, children }: Tag, parent: number): number => {
      const own = objects.push("");
      const kids = children.map((child) => {
        if (typeof child !== "number") return `${tag(child, own)} 0 R`;
        byMark.set(page, (byMark.get(page) ?? new Map()).set(child, own));
        return String(child);
      });
      objects[own - 1] =
        `<< /Type /StructElem /S /${role} /P ${parent} 0 R /Pg ${numbers[page]} 0 R /K [${kids.join(" ")}]${alt ? ` /Alt (${escaped(alt)})` : ""} >>`;
      return own;
    };
    const kids = tags.map((one) => `${tag(one, root)} 0 R`);
    const parents = [...byMark].map(([page, marks]) => {
      const most = Math.max(...marks.keys());
      return `${page} [${Array.from({ length: most + 1 }, (_, n) => (marks.has(n) ? `${marks.get(n)} 0 R` : "null")).join(" ")}]`;
    });
    objects[root - 1] = `<< /Type /StructTreeRoot /K [${kids.join(" ")}] /ParentTree << /Nums [${parents.join(" ")}] >> >>`;
    structure = `/StructTreeRoot ${root} 0 R /MarkInfo << /Marked true >>`;
  }
  const catalog = add(`<< /Type /Catalog /Pages ${PAGES} 0 R ${lang ? `/Lang (${lang})` : ""} ${structure} >>`);
  const described = add(
    `<< ${Object.entries(info)
      .map(([key, value]) => `/${key} (${escaped(value)})`)
      .join(" ")} >>`,
  );
  let file = "%PDF-1.7\n";
  const offsets = objects.map((body, n) => {
    const at = Buffer.byteLength(file, "latin1");
    file += `${n + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const start = Buffer.byteLength(file, "latin1");
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("")}`;
  const SECRET = "41".repeat(32);
  const encryption = locked
    ? `/ID [<${SECRET}> <${SECRET}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${SECRET}> /U <${SECRET}> >>`
    : "";
  file += `trailer\n<< /Size ${objects.length + 1} /Root ${catalog} 0 R /Info ${described} 0 R ${encryption} >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, "latin1"));
}
