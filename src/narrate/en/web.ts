import { type Rule, said } from "../rule.ts";
import { cardinal, digits } from "./numbers.ts";

/** A path longer than this says nothing to a listener, characters (guess). */
const LONGEST_PATH = 40;

/** Parts of a name that run together: "BBCNews2" is "BBC News two". */
const apart = (name: string): string =>
  name
    .replace(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, " ")
    .replace(/\d+/g, (run) => (run.length <= 4 && !run.startsWith("0") ? cardinal(run) : digits(run)));

const MARKS: Readonly<Record<string, string>> = {
  ".": "dot",
  "/": "slash",
  "-": "dash",
  _: "underscore",
  "@": "at",
  "+": "plus",
  "~": "tilde",
};
/** An address as it would be read out to be typed: numbers digit by digit, but for the two of a name such as "France24". */
const spellMarks = (text: string, named = true): string =>
  text
    .replace(/(?<=\p{Ll}{3})(?=\p{Lu})|(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, " ")
    .replace(/[./\-_@+~]/g, (mark) => ` ${MARKS[mark] ?? ""} `)
    .replace(/(?<=\p{L} )\b[1-9]\d?\b/gu, (run) => (named ? cardinal(run) : digits(run)))
    .replace(/\d+/g, digits)
    .replace(/[?=&#%:;,!$'()*]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();

const LABEL = "[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?";
const HOST = String.raw`(?:${LABEL}\.){1,6}[a-z]{2,24}`;
const ADDRESS = new RegExp(`^(?:(https?|ftp)://)?(www\\.)?(${HOST})(?::\\d+)?([/?#]\\S*)?$`, "i");
const MAIL = new RegExp(`^(?:mailto:)?([a-z0-9._%+-]{1,64})@(${HOST})(/\\S{0,80})?$`, "i");
const FILE = /^(file):(\/{2,3})([\w./-]{1,200})$/i;
/** Names in small letters joined by a full stop are an address or a file; with a capital, it may be a missing space. */
const SMALL_NAME = /^(?:[a-z0-9-]{3,}\.)+[a-z]{2,4}(?:\/\S*)?$/;
/** Endings that make a bare "name.end" an address: without one of them it may be a missing space. */
const ENDINGS =
  /\.(?:com|org|net|edu|gov|mil|int|info|io|co|uk|us|eu|de|fr|it|es|ca|au|nz|ie|in|jp|cn|ru|ua|ch|at|nl|be|se|no|dk|fi|pl|tv|fm|ai|app|dev|news|me|ly|gl|html?)$/i;

/** What an address begins with, as it is read out: "HTTPS colon slash slash WWW dot". */
const frontOf = (scheme: string | undefined, www: string | undefined): string =>
  `${scheme === undefined ? "" : `${scheme.toUpperCase()} colon slash slash `}${www === undefined ? "" : "WWW dot "}`;

/**
 * Web and mail addresses: the site's name. Its scheme and "www" say nothing to a listener, and neither does a long path; but an address that
 * stands alone is there to be written down, and is said as it is.
 */
const address: Rule = (words, at) => {
  const core = words[at]?.core ?? "";
  if (!/[.@]/.test(core) || core.length > 2000) return null;
  const mail = MAIL.exec(core);
  if (mail) return said(spellMarks(`${mail[1] ?? ""}@${mail[2] ?? ""}${mail[3] ?? ""}`));
  const file = FILE.exec(core);
  if (file) return said(`file colon${" slash".repeat(file[2]?.length ?? 2)} ${spellMarks(file[3] ?? "")}`);
  const found = ADDRESS.exec(core);
  if (!found) return null;
  const [, scheme, www, host = "", path = ""] = found;
  if (scheme === undefined && www === undefined && !ENDINGS.test(host) && !SMALL_NAME.test(core)) return null;
  const plain = path.replace(/[?#].*$/, "");
  const alone = words.length === 1;
  return said(
    `${alone ? frontOf(scheme, www) : ""}${spellMarks(host)}${plain.length > (alone ? 0 : 1) && plain.length <= LONGEST_PATH ? ` ${spellMarks(plain, false)}` : ""}`,
  );
};

/** "#MeToo", "@BBCNews". */
const tag: Rule = (words, at) => {
  const found = /^([#@])([\p{L}\p{N}_]+)(['’]s)?$/u.exec(words[at]?.core ?? "");
  if (!found || /^\d+$/.test(found[2] ?? "")) return null;
  return said(
    `${found[1] === "#" ? "hashtag" : "at"} ${apart((found[2] ?? "").replaceAll("_", " ")).trim()}${found[3] === undefined ? "" : "'s"}`,
  );
};

/** Addresses, hashtags and handles. */
export const webRules: readonly Rule[] = [address, tag];
