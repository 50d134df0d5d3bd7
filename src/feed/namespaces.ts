/** Short names for the vocabularies of feeds. `""` is RSS itself, whatever address it goes by. */
const VOCABULARIES: Readonly<Record<string, readonly string[]>> = {
  "": [
    "purl.org/rss/1.0",
    "purl.org/net/rss1.1#",
    "my.netscape.com/rdf/simple/0.9",
    "channel.netscape.com/rdf/simple/0.9",
    "my.netscape.com/publish/formats/rss-0.91",
    "backend.userland.com/rss",
    "backend.userland.com/rss2",
    "backend.userland.com/rss091",
    "backend.userland.com/rss191",
    "blogs.law.harvard.edu/tech/rss",
    "cyber.law.harvard.edu/rss",
    "www.rssboard.org/rss-specification",
  ],
  atom: ["www.w3.org/2005/atom", "purl.org/atom/ns#", "purl.org/atom/ns"],
  dc: ["purl.org/dc/elements/1.1", "purl.org/dc/elements/1.0"],
  dcterms: ["purl.org/dc/terms"],
  content: ["purl.org/rss/1.0/modules/content"],
  itunes: ["www.itunes.com/dtds/podcast-1.0.dtd", "example.com/dtds/podcast-1.0.dtd"],
  media: ["search.yahoo.com/mrss", "www.rssboard.org/media-rss", "video.search.yahoo.com/mrss"],
  rdf: ["www.w3.org/1999/02/22-rdf-syntax-ns#"],
  xhtml: ["www.w3.org/1999/xhtml"],
  feedburner: ["rssnamespace.org/feedburner/ext/1.0"],
  xml: ["www.w3.org/xml/1998/namespace"],
};

const BY_ADDRESS = new Map(Object.entries(VOCABULARIES).flatMap(([name, addresses]) => addresses.map((address) => [address, name])));

/**
 * The short name of a vocabulary. Addresses are compared without scheme, case and last slash: feeds write them in every way (Universal
 * Feed Parser's list of cases).
 * @param address null: the prefix was never declared, and is believed to be the usual one
 * @param prefix "" for the default
 */
export function vocabularyOf(address: string | null, prefix: string): string {
  if (address === null) return prefix.toLowerCase();
  const plain = address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/\/$/, "");
  // A default that nobody knows is RSS of an own kind: its elements have RSS's names.
  return BY_ADDRESS.get(plain) ?? (prefix === "" ? "" : `unknown:${plain}`);
}
