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
const spellMarks = (text: string): string =>
  apart(text)
    .replace(/[./\-_@+~]/g, (mark) => ` ${MARKS[mark] ?? ""} `)
    .replace(/[?=&#%:;,!$'()*]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();

const LABEL = "[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?";
const HOST = String.raw`(?:${LABEL}\.){1,6}[a-z]{2,24}`;
const ADDRESS = new RegExp(`^(?:(https?|ftp)://)?(?:www\\.)?(${HOST})(?::\\d+)?([/?#]\\S*)?$`, "i");
const MAIL = new RegExp(`^(?:mailto:)?([a-z0-9._%+-]{1,64})@(${HOST})$`, "i");
/** Endings that make a bare "name.end" an address: without one of them it may be a missing space. */
const ENDINGS =
  /\.(?:com|org|net|edu|gov|mil|int|info|io|co|uk|us|eu|de|fr|it|es|ca|au|nz|ie|in|jp|cn|ru|ua|ch|at|nl|be|se|no|dk|fi|pl|tv|fm|ai|app|dev|news|me|ly|gl|html?)$/i;

/** Web and mail addresses: the host and a short path; the scheme and "www" say nothing. */
const address: Rule = (words, at) => {
  const core = words[at]?.core ?? "";
  if (!/[.@]/.test(core) || core.length > 2000) return null;
  const mail = MAIL.exec(core);
  if (mail) return said(`${spellMarks(mail[1] ?? "")} at ${spellMarks(mail[2] ?? "")}`);
  const found = ADDRESS.exec(core);
  if (!found) return null;
  const [, scheme, host = "", path = ""] = found;
  if (scheme === undefined && !/^www\./i.test(core) && !ENDINGS.test(host)) return null;
  const plain = path.replace(/[?#].*$/, "").replace(/\/$/, "");
  return said(`${spellMarks(host)}${plain.length > 0 && plain.length <= LONGEST_PATH ? ` ${spellMarks(plain)}` : ""}`);
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
