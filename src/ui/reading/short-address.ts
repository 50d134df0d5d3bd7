/** Of a longer address its beginning is shown, with the site or disk, and its end, with the page or file; characters. */
const LONGEST = 120;
/** What of that the end has: the name of a page or file (guess). */
const END = 40;

/** An address that is short enough to be read: what is left out is in its middle. */
export function shortAddress(address: string): string {
  const letters = [...address];
  if (letters.length <= LONGEST) return address;
  return `${letters.slice(0, LONGEST - END - 1).join("")}…${letters.slice(-END).join("")}`;
}
