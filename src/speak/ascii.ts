/** Letters and signs that do not decompose to ASCII, as they are written without their signs. */
const SPELLED: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  Æ: "Ae",
  œ: "oe",
  Œ: "Oe",
  ø: "o",
  Ø: "O",
  ł: "l",
  Ł: "L",
  đ: "d",
  Đ: "D",
  ð: "d",
  Ð: "D",
  þ: "th",
  Þ: "Th",
  ı: "i",
  ħ: "h",
  ŋ: "ng",
  ə: "a",
  ʿ: "",
  ʾ: "",
  "‘": "'",
  "’": "'",
  ʼ: "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
  "‹": "'",
  "›": "'",
  "‐": "-",
  "‑": "-",
  "−": "-",
  "…": "...",
  "×": " times ",
  "÷": " divided by ",
  "°": " degrees ",
  "€": " euro ",
  "£": " pounds ",
  "¥": " yen ",
  "₹": " rupees ",
  "₽": " roubles ",
  "₴": " hryvnia ",
  "§": " section ",
  "©": " copyright ",
  "™": " trademark ",
};

/** Cyrillic and Greek by sound, for a voice that reads Latin letters only (after BGN/PCGN and ELOT 743, without their marks). */
const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ  ы y ь  э e ю yu я ya " +
    "і i ї yi є ye ґ g ў w ј y љ ly њ ny џ dzh ђ j ћ ch ѓ gy ќ ky ѕ dz " +
    "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o"
  )
    .split(" ")
    .reduce<[string, string][]>((pairs, part, index) => {
      const last = pairs.at(-1);
      if (index % 2 === 0) pairs.push([part, ""]);
      else if (last) last[1] = part;
      return pairs;
    }, []),
);

/** One character in ASCII; "" where there is nothing like it. */
export function asciiOf(character: string): string {
  const known = SPELLED[character];
  if (known !== undefined) return known;
  if (character >= " " && character <= "~") return character;
  const plain = character.normalize("NFKD").replace(/[^ -~]/g, "");
  if (plain !== "") return plain;
  const small = character.toLowerCase();
  const bare = LATIN[small] ?? LATIN[small.normalize("NFD").charAt(0)] ?? "";
  return bare !== "" && small !== character ? bare.charAt(0).toUpperCase() + bare.slice(1) : bare;
}
