import { createElement, memo } from "react";
import type { Block, BlockId, BlockOf, Cell } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import type { Group, List } from "../reading/groups.ts";
import type { Stretch } from "../reading/sentences.ts";
import { Figure } from "./Figure.tsx";
import { Sentences, shows } from "./Sentences.tsx";

/** The sentences of every block. */
export type SentenceMap = ReadonlyMap<BlockId, readonly Stretch[]>;

/** Language and direction where a block has its own. */
const tongue = (block: Block): { readonly lang?: string; readonly dir?: "auto" } => (block.lang ? { lang: block.lang, dir: "auto" } : {});

const Text = ({ block, sentences }: { readonly block: Block; readonly sentences: SentenceMap }) => (
  <Sentences text={block.text} spans={block.spans} sentences={sentences.get(block.id)} />
);

const Lists = ({ lists, sentences }: { readonly lists: readonly List[]; readonly sentences: SentenceMap }) =>
  lists.map(({ ordered, items }) => {
    const drawn = items.map(({ block, lists: inner }) => (
      <li key={block.id} value={block.ordinal ?? undefined}>
        <span {...shows(block.id)} {...tongue(block)}>
          <Text block={block} sentences={sentences} />
        </span>
        <Lists lists={inner} sentences={sentences} />
      </li>
    ));
    const key = items[0]?.block.id;
    return ordered ? (
      <ol key={key} start={items[0]?.block.ordinal ?? undefined}>
        {drawn}
      </ol>
    ) : (
      <ul key={key}>{drawn}</ul>
    );
  });

const TableCell = ({
  cell,
  block,
  column,
  sentences,
}: {
  readonly cell: Cell;
  readonly block: BlockOf<"table">;
  readonly column: boolean;
  readonly sentences: SentenceMap;
}) => {
  const text = <Sentences text={block.text} start={cell.start} end={cell.end} spans={block.spans} sentences={sentences.get(block.id)} />;
  const span = cell.columns > 1 ? { colSpan: cell.columns } : {};
  return cell.header ? (
    <th scope={column ? "col" : "row"} {...span} {...shows(block.id, cell.start)}>
      {text}
    </th>
  ) : (
    <td {...span} {...shows(block.id, cell.start)}>
      {text}
    </td>
  );
};

const Table = ({ block, sentences }: { readonly block: BlockOf<"table">; readonly sentences: SentenceMap }) => (
  // A wide table scrolls in a frame of its own, which the keyboard must reach.
  // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
  <section className="wide" tabIndex={0} aria-label={block.caption ?? words("article.table")}>
    <table {...tongue(block)}>
      {block.caption ? <caption>{block.caption}</caption> : null}
      <tbody>
        {block.rows.map((row) => (
          <tr key={row[0]?.start ?? 0}>
            {row.map((cell) => (
              <TableCell
                key={cell.start}
                cell={cell}
                block={block}
                column={row.every((other) => other.header) || (row === block.rows[0] && row.length > 1)}
                sentences={sentences}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

const Single = ({ block, sentences }: { readonly block: Extract<Group, { kind: "single" }>["block"]; readonly sentences: SentenceMap }) => {
  const text = <Text block={block} sentences={sentences} />;
  switch (block.kind) {
    case "heading":
      return createElement(`h${Math.max(2, block.level)}`, { ...shows(block.id), ...tongue(block) }, text);
    case "paragraph":
      return (
        <p {...shows(block.id)} {...tongue(block)}>
          {text}
        </p>
      );
    case "code":
      return (
        <pre>
          <code {...shows(block.id)}>{text}</code>
        </pre>
      );
    case "figure":
      return <Figure block={block} sentences={sentences.get(block.id)} {...tongue(block)} />;
    case "table":
      return <Table block={block} sentences={sentences} />;
    case "media":
    case "embed":
      return (
        <p className="media">
          <a href={block.source}>
            {block.text ? <span {...shows(block.id)}>{text}</span> : words(block.kind === "media" ? "article.media" : "article.embed")}
          </a>
        </p>
      );
    case "break":
      return <hr />;
  }
};

/** All blocks of an article. */
export const Blocks = memo(({ groups, sentences }: { readonly groups: readonly Group[]; readonly sentences: SentenceMap }) =>
  groups.map((group) => {
    if (group.kind === "single") return <Single key={group.block.id} block={group.block} sentences={sentences} />;
    if (group.kind === "lists") return <Lists key={group.lists[0]?.items[0]?.block.id} lists={group.lists} sentences={sentences} />;
    const paragraphs = group.blocks.map((block) => (
      <p key={block.id} {...shows(block.id)} {...tongue(block)}>
        <Text block={block} sentences={sentences} />
      </p>
    ));
    const key = group.blocks[0]?.id;
    return group.kind === "quotes" ? (
      <blockquote key={key}>{paragraphs}</blockquote>
    ) : (
      <aside key={key} aria-label={words("article.footnotes")}>
        {paragraphs}
      </aside>
    );
  }),
);
