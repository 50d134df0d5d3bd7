import { escaped } from "./book/markup.ts";

/** An edition that a podcast offers. */
export interface Episode {
  readonly id: string;
  readonly title: string;
  /** ISO 8601. */
  readonly made: string;
  readonly bytes: number;
  readonly seconds: number;
  readonly mediaType: string;
  /** Absolute. */
  readonly address: string;
}

/** The namespace of what podcast players read beside RSS. */
const ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd";

/**
 * The feed of a podcast (RSS 2.0), for players.
 * @param lang BCP 47, of its title
 */
export function podcastFeed(
  { title, address, lang }: { readonly title: string; readonly address: string; readonly lang: string },
  episodes: readonly Episode[],
): string {
  const items = episodes.map(
    (
      one,
    ) => `<item><title>${escaped(one.title)}</title><guid isPermaLink="false">${escaped(one.id)}</guid><pubDate>${new Date(one.made).toUTCString()}</pubDate><enclosure url="${escaped(one.address)}" length="${one.bytes}" type="${one.mediaType}"/><itunes:duration>${Math.round(one.seconds)}</itunes:duration></item>
`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:itunes="${ITUNES}"><channel><title>${escaped(title)}</title><link>${escaped(address)}</link><description>${escaped(title)}</description><language>${escaped(lang)}</language><itunes:block>Yes</itunes:block>
${items.join("")}</channel></rss>
`;
}
