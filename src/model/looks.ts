/** The faces that the text can be set in: those that Lectern brings along, then the system's own. */
export const TEXT_FACES = ["hyperlegible", "lexend", "opendyslexic", "system", "serif"] as const;
export type TextFace = (typeof TEXT_FACES)[number];

/** Distances between lines, times the letters' size. WCAG 2.2, 1.4.12 asks for room up to 1.5, 1.4.8 for at least that. */
export const LINE_STEPS = [1.3, 1.5, 1.6, 1.75, 2, 2.5, 3] as const;
/** Room between letters, beside the face's own; em. 1.4.12: up to 0.12. */
export const LETTER_STEPS = [0, 0.03, 0.06, 0.12, 0.2, 0.3] as const;
/** Room between words, beside the face's own; em. 1.4.12: up to 0.16. */
export const WORD_STEPS = [0, 0.08, 0.16, 0.3, 0.5] as const;
/** Room between paragraphs, times the letters' size. 1.4.12: up to 2. */
export const PARAGRAPH_STEPS = [0.75, 1.25, 1.5, 2, 3] as const;
/** Widths of the column, characters; null: as wide as the window. 1.4.8: at most 80. */
export const COLUMN_STEPS = [30, 40, 50, 60, 68, 80, null] as const;

export const ALIGNMENTS = ["start", "justify"] as const;
/** `start`: the end of the lines is ragged. `justify`: both edges are straight. */
export type Alignment = (typeof ALIGNMENTS)[number];

export const RULERS = ["off", "line", "focus"] as const;
/** `line`: a rule under the line that is read. `focus`: all but the lines around it is dimmed. */
export type Ruler = (typeof RULERS)[number];

export const MARK_PARTS = ["both", "sentence", "word", "none"] as const;
/** What of the spoken text is marked. */
export type MarkParts = (typeof MARK_PARTS)[number];

export const MARK_STYLES = ["ground", "underline", "bold"] as const;
/** How it is marked: by a coloured ground, by a line below, or by a strong line below and the accent's colour. */
export type MarkStyle = (typeof MARK_STYLES)[number];

export const PICTURES = ["show", "words"] as const;
/** `words`: pictures are not shown, and not fetched; their descriptions and captions are there. */
export type Pictures = (typeof PICTURES)[number];

export const PICTURE_COLOURS = ["own", "inverted", "strong"] as const;
/** The colours of shown pictures: their own, inverted, or with strong contrast. */
export type PictureColours = (typeof PICTURE_COLOURS)[number];

/** A colour as `#rrggbb`, small letters. */
export type Colour = `#${string}`;

/** Colours of the listener's own. */
export interface OwnColours {
  readonly page: Colour;
  readonly text: Colour;
  readonly accent: Colour;
}

/** The least contrast that own colours may have (WCAG 2.2, 1.4.3). */
export const LEAST_CONTRAST = 4.5;

const COLOUR = /^#[0-9a-f]{6}$/;
/** Whether a value is a colour as it is kept. */
export const isColour = (value: unknown): value is Colour => typeof value === "string" && COLOUR.test(value);

const channels = (colour: Colour): readonly number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);

/** Relative luminance, 0 to 1 (WCAG 2.2, definition). */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio). */
export function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Whether a page in these colours is a dark one. */
export const isDark = ({ page }: Pick<OwnColours, "page">): boolean => luminance(page) < 0.2;

/** The colour so far on the way from one to another, 0 to 1. */
export function between(from: Colour, to: Colour, share: number): Colour {
  const [start, end] = [channels(from), channels(to)];
  const mixed = start.map((value, index) => Math.round((value + ((end[index] ?? value) - value) * share) * 255));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/** Whether own colours can be read: text and accent both stand out from the page. */
export const areReadable = ({ page, text, accent }: OwnColours): boolean =>
  contrast(page, text) >= LEAST_CONTRAST && contrast(page, accent) >= LEAST_CONTRAST;

/** How the text is set. */
export interface Looks {
  readonly textFace: TextFace;
  /** Times the letters' size. */
  readonly lineSpacing: number;
  /** Em, beside the face's own. */
  readonly letterSpacing: number;
  /** Em, beside the face's own. */
  readonly wordSpacing: number;
  /** Times the letters' size. */
  readonly paragraphSpacing: number;
  /** Characters; null: as wide as the window. */
  readonly columnWidth: number | null;
  readonly alignment: Alignment;
  readonly ruler: Ruler;
  readonly markParts: MarkParts;
  readonly markStyle: MarkStyle;
  readonly ownColours: OwnColours;
  readonly pictures: Pictures;
  readonly pictureColours: PictureColours;
}

/** What a new listener's text looks like. */
export const DEFAULT_LOOKS: Looks = {
  textFace: "hyperlegible",
  lineSpacing: 1.6,
  letterSpacing: 0,
  wordSpacing: 0,
  paragraphSpacing: 1.25,
  columnWidth: 68,
  alignment: "start",
  ruler: "off",
  markParts: "both",
  markStyle: "ground",
  ownColours: { page: "#14213d", text: "#fdf6e3", accent: "#ffd166" },
  pictures: "show",
  pictureColours: "own",
};

const among =
  <T>(known: readonly T[]) =>
  (value: unknown): value is T =>
    known.includes(value as T);
const within =
  (lowest: number, highest: number) =>
  (value: unknown): value is number =>
    typeof value === "number" && value >= lowest && value <= highest;

/** What a value must be to be believed. */
export const LOOKS_CHECKS: { readonly [K in keyof Looks]: (value: unknown) => value is Looks[K] } = {
  textFace: among(TEXT_FACES),
  lineSpacing: within(1, 4),
  letterSpacing: within(0, 1),
  wordSpacing: within(0, 2),
  paragraphSpacing: within(0, 6),
  columnWidth: (value): value is number | null => value === null || within(15, 200)(value),
  alignment: among(ALIGNMENTS),
  ruler: among(RULERS),
  markParts: among(MARK_PARTS),
  markStyle: among(MARK_STYLES),
  pictures: among(PICTURES),
  pictureColours: among(PICTURE_COLOURS),
  ownColours: (value): value is OwnColours => {
    if (typeof value !== "object" || value === null) return false;
    const { page, text, accent } = value as Partial<Record<keyof OwnColours, unknown>>;
    return isColour(page) && isColour(text) && isColour(accent) && areReadable({ page, text, accent });
  },
};
