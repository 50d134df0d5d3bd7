import { type Rule, said } from "../rule.ts";
import { STATES } from "./states.ts";

/** Titles before a name, with a full stop or, the British way, without. */
const TITLES: Readonly<Record<string, string>> = {
  Mr: "Mister",
  Mrs: "Missus",
  Ms: "Miz",
  Messrs: "Messieurs",
  Dr: "Doctor",
  Drs: "Doctors",
  Prof: "Professor",
  Gen: "General",
  Sen: "Senator",
  Sens: "Senators",
  Rep: "Representative",
  Reps: "Representatives",
  Gov: "Governor",
  Govs: "Governors",
  Lt: "Lieutenant",
  Col: "Colonel",
  Capt: "Captain",
  Sgt: "Sergeant",
  Maj: "Major",
  Adm: "Admiral",
  Cmdr: "Commander",
  Brig: "Brigadier",
  Cpl: "Corporal",
  Pvt: "Private",
  Pfc: "Private First Class",
  Spc: "Specialist",
  Rev: "Reverend",
  Hon: "Honorable",
  Pres: "President",
  Supt: "Superintendent",
  Insp: "Inspector",
  Det: "Detective",
  Amb: "Ambassador",
  Fr: "Father",
  Asst: "Assistant",
  Rt: "Right",
  Mt: "Mount",
  Ft: "Fort",
};
/** Those that are read as words where no full stop follows. */
const DOT_ONLY = new Set([
  "Rt",
  "Rep",
  "Reps",
  "Gen",
  "Sen",
  "Sens",
  "Gov",
  "Govs",
  "Hon",
  "Pres",
  "Col",
  "Det",
  "Amb",
  "Fr",
  "Adm",
  "Maj",
  "Rev",
  "Supt",
  "Insp",
]);

/** Words that are shortened with a full stop. */
const SHORT: Readonly<Record<string, string>> = {
  Inc: "Incorporated",
  Corp: "Corporation",
  Ltd: "Limited",
  Co: "Company",
  Cos: "Companies",
  Bros: "Brothers",
  Jr: "Junior",
  Sr: "Senior",
  Ave: "Avenue",
  Blvd: "Boulevard",
  Rd: "Road",
  Hwy: "Highway",
  Ln: "Lane",
  Sq: "Square",
  Dept: "Department",
  dept: "department",
  Univ: "University",
  Assn: "Association",
  Govt: "Government",
  govt: "government",
  approx: "approximately",
  est: "estimated",
  etc: "et cetera",
  vs: "versus",
  ext: "extension",
  "e.g": "for example",
  "i.e": "that is",
  "a.k.a": "also known as",
  "et al": "and others",
  ...STATES,
};
/** Those that are said in full without a full stop too. */
const DOTLESS = new Set(["vs", "Jr", "Sr", "etc", "Blvd", "Hwy", "govt", "Govt", "approx"]);

const CAPITAL = /^\p{Lu}/u;

/** "Mr. Smith", "Lt. Gen. Ortiz", "Dr Who", "Mt. Fuji". */
const title: Rule = (words, at) => {
  const [word, next] = words.slice(at, at + 2);
  if (!word || !Object.hasOwn(TITLES, word.core)) return null;
  const spoken = TITLES[word.core];
  const dotted = word.tail === ".";
  if (spoken === undefined || !next || !(dotted || (word.tail === "" && !DOT_ONLY.has(word.core)))) return null;
  if (!CAPITAL.test(next.core)) return null;
  // "Elm Dr. The house": the drive, not the doctor.
  if (word.core === "Dr" && CAPITAL.test(words[at - 1]?.core ?? "") && /^\d/.test(words[at - 2]?.core ?? "")) return said("Drive");
  return said(spoken);
};

/** "St. Louis" is Saint; "Elm St.", "5th st." and "St." before small letters is Street. */
const saintOrStreet: Rule = (words, at) => {
  const word = words[at];
  if (!word || !/^(?:St|Ste|st)$/.test(word.core) || !(word.tail.startsWith(".") || word.core === "St")) return null;
  const next = words[at + 1];
  const before = words[at - 1]?.core ?? "";
  const address = /^\d+(?:st|nd|rd|th)$/i.test(before) || (CAPITAL.test(before) && /^\d/.test(words[at - 2]?.core ?? ""));
  if (word.core !== "st" && next && /^\.?$/.test(word.tail) && CAPITAL.test(next.core) && !address)
    return said(word.core === "St" ? "Saint" : "Sainte");
  return address || (CAPITAL.test(before) && word.tail.startsWith(".")) ? said("Street") : null;
};

const short: Rule = (words, at) => {
  const word = words[at];
  if (!word) return null;
  const core = word.core.replace(/\.?['’]s$/, "");
  const ending = word.core.slice(core.length) === "" ? "" : "'s";
  if (!Object.hasOwn(SHORT, core)) return null;
  const dotted = word.tail.startsWith(".") || word.core.includes(".");
  const spoken = SHORT[core];
  return spoken !== undefined && (dotted || DOTLESS.has(core)) ? said(spoken + ending) : null;
};

/** "et al.", "R. v. Smith", "w/". */
const others: Rule = (words, at) => {
  const [word, next] = words.slice(at, at + 2);
  if (word?.core === "et" && word.tail === "" && next?.core === "al") return said("and others", 2);
  if (word?.core === "v" && word.tail === "." && CAPITAL.test(words[at - 1]?.core ?? "") && CAPITAL.test(next?.core ?? ""))
    return said("versus");
  if (word?.core === "w/") return said("with");
  if (word?.core === "w/o") return said("without");
  return null;
};

const PARTIES: Readonly<Record<string, string>> = { D: "Democrat", R: "Republican", I: "Independent" };
/** "(D-Calif.)", "R-Fla." */
const party: Rule = (words, at) => {
  const word = words[at];
  const found = /^([DRI])-(\p{Lu}\p{L}+|[A-Z]\.[A-Z])$/u.exec(word?.core ?? "");
  if (!word || !found) return null;
  const [, letter = "", state = ""] = found;
  const name = Object.hasOwn(SHORT, state) ? SHORT[state] : /^[A-Z]\.?[A-Z]$/.test(state) ? state.replace(".", " ") : undefined;
  return name === undefined ? null : said(`${PARTIES[letter] ?? letter}, ${name}`);
};

/** Titles and shortened words. */
export const nameRules: readonly Rule[] = [title, saintOrStreet, short, others, party];
