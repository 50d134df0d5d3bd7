import { words } from "./interface.ts";
import { sentencesOf } from "./sentences.ts";
import { series } from "./series.ts";

/** Where a listener is. All numbers count from 1; `paragraph` is 0 before the first of the section. */
export interface Whereabouts {
  readonly title: string;
  readonly section: number;
  readonly sections: number;
  readonly heading: string | null;
  readonly paragraph: number;
  readonly paragraphs: number;
  /** Minutes left. */
  readonly minutes: number;
}

/** Minutes in an hour. */
const HOUR = 60;

/** Headline, section, paragraph within it, and about how long there is to listen: hours and minutes where it is long. */
export function whereWords({ title, section, sections, heading, paragraph, paragraphs, minutes }: Whereabouts): string {
  const left =
    minutes < HOUR
      ? words("where.left", { minutes })
      : words("where.leftLong", { hours: Math.floor(minutes / HOUR), minutes: minutes % HOUR });
  return sentencesOf([
    title,
    series([words("where.section", { section, sections }), heading ?? ""]),
    paragraph > 0 ? words("where.paragraph", { paragraph, paragraphs }) : "",
    left,
  ]);
}
