import { useState } from "react";
import {
  ALIGNMENTS,
  areReadable,
  COLUMN_STEPS,
  type Colour,
  contrast,
  DEFAULT_LOOKS,
  isColour,
  LEAST_CONTRAST,
  LETTER_STEPS,
  LINE_STEPS,
  type Looks,
  MARK_PARTS,
  MARK_STYLES,
  type OwnColours,
  PARAGRAPH_STEPS,
  PICTURE_COLOURS,
  PICTURES,
  RULERS,
  TEXT_FACES,
  TEXT_STEPS,
  THEMES,
  WORD_STEPS,
} from "../../model/index.ts";
import { joined, words } from "../../words/index.ts";
import { sizeWords } from "../control/preferences.ts";
import { Choice } from "./Choice.tsx";
import { useController, useWindowState } from "./context.ts";

/** The steps, and what is set where that is none of them. */
const withSet = (steps: readonly number[], set: number): readonly number[] =>
  steps.includes(set) ? steps : [...steps, set].sort((one, other) => one - other);

const COLOURS = ["page", "text", "accent"] as const satisfies readonly (keyof OwnColours)[];

/** A contrast as people write it: cut, never rounded up to what it does not reach. */
const ratioWords = (ratio: number): string => (Math.floor(ratio * 10) / 10).toFixed(1);

/** The listener's own three colours. What can't be read is shown and refused. */
function OwnColoursChoice() {
  const { change } = useController();
  const kept = useWindowState((state) => state.settings.ownColours);
  const [tried, setTried] = useState<OwnColours>(kept);
  const choose = (name: keyof OwnColours, value: string): void => {
    const colour = value.toLowerCase();
    if (!isColour(colour)) return;
    const colours = { ...tried, [name]: colour as Colour };
    setTried(colours);
    if (areReadable(colours)) change({ ownColours: colours });
  };
  const readable = areReadable(tried);
  return (
    <fieldset className="colours">
      <legend>{words("looks.own")}</legend>
      {COLOURS.map((name) => (
        <p key={name} className="colour">
          <label htmlFor={`colour-${name}`}>{words(`colour.${name}`)}</label>
          <input
            id={`colour-${name}`}
            type="color"
            value={tried[name]}
            aria-describedby="colour-contrast"
            onChange={(event) => choose(name, event.target.value)}
          />
          <code>{tried[name]}</code>
        </p>
      ))}
      <p id="colour-contrast" role="status" className={readable ? "hint" : "wrong"}>
        {joined([
          words("colour.text.contrast", { ratio: ratioWords(contrast(tried.page, tried.text)) }),
          words("colour.accent.contrast", { ratio: ratioWords(contrast(tried.page, tried.accent)) }),
          readable ? "" : words("colour.tooLittle", { least: LEAST_CONTRAST }),
        ])}
      </p>
    </fieldset>
  );
}

/** How the text is set. Each change is seen at once on the article itself. */
export function LooksSettings() {
  const { change, say } = useController();
  const settings = useWindowState((state) => state.settings);
  const set = <K extends keyof Looks>(name: K, value: Looks[K]): void => change({ [name]: value });
  const more = (value: number): string => (value === 0 ? words("looks.asFace") : words("looks.more", { value }));
  const times = (value: number): string => words("looks.times", { value });
  const columns: readonly (number | string)[] = [
    ...withSet(
      COLUMN_STEPS.filter((step) => step !== null),
      settings.columnWidth ?? DEFAULT_LOOKS.columnWidth ?? 0,
    ),
    WHOLE,
  ];
  return (
    <section aria-labelledby="settings-looks">
      <h3 id="settings-looks">{words("settings.looks")}</h3>
      <Choice
        id="text-size"
        label="settings.textSize"
        values={withSet(TEXT_STEPS, settings.textSize)}
        value={settings.textSize}
        name={sizeWords}
        onChoose={(textSize) => change({ textSize })}
      />
      <Choice
        id="theme"
        label="settings.theme"
        values={THEMES}
        value={settings.theme}
        name={(theme) => words(`theme.${theme}`)}
        onChoose={(theme) => change({ theme })}
      />
      {settings.theme === "own" ? <OwnColoursChoice /> : null}
      <Choice
        id="face"
        label="looks.face"
        values={TEXT_FACES}
        value={settings.textFace}
        name={(face) => words(`face.${face}`)}
        onChoose={(face) => set("textFace", face)}
      />
      <Choice
        id="line-spacing"
        label="looks.lineSpacing"
        values={withSet(LINE_STEPS, settings.lineSpacing)}
        value={settings.lineSpacing}
        name={times}
        onChoose={(value) => set("lineSpacing", value)}
      />
      <Choice
        id="letter-spacing"
        label="looks.letterSpacing"
        values={withSet(LETTER_STEPS, settings.letterSpacing)}
        value={settings.letterSpacing}
        name={more}
        onChoose={(value) => set("letterSpacing", value)}
      />
      <Choice
        id="word-spacing"
        label="looks.wordSpacing"
        values={withSet(WORD_STEPS, settings.wordSpacing)}
        value={settings.wordSpacing}
        name={more}
        onChoose={(value) => set("wordSpacing", value)}
      />
      <Choice
        id="paragraph-spacing"
        label="looks.paragraphSpacing"
        values={withSet(PARAGRAPH_STEPS, settings.paragraphSpacing)}
        value={settings.paragraphSpacing}
        name={times}
        onChoose={(value) => set("paragraphSpacing", value)}
      />
      <Choice
        id="column-width"
        label="looks.columnWidth"
        values={columns}
        value={settings.columnWidth ?? WHOLE}
        name={(value) => (typeof value === "number" ? words("looks.characters", { value }) : words("looks.wholeWindow"))}
        onChoose={(value) => set("columnWidth", typeof value === "number" ? value : null)}
      />
      <Choice
        id="alignment"
        label="looks.alignment"
        values={ALIGNMENTS}
        value={settings.alignment}
        name={(value) => words(`alignment.${value}`)}
        onChoose={(value) => set("alignment", value)}
      />
      <Choice
        id="ruler"
        label="looks.ruler"
        values={RULERS}
        value={settings.ruler}
        name={(value) => words(`ruler.${value}`)}
        onChoose={(value) => set("ruler", value)}
      />
      <Choice
        id="mark-parts"
        label="looks.markParts"
        values={MARK_PARTS}
        value={settings.markParts}
        name={(value) => words(`markParts.${value}`)}
        onChoose={(value) => set("markParts", value)}
      />
      <Choice
        id="mark-style"
        label="looks.markStyle"
        values={MARK_STYLES}
        value={settings.markStyle}
        name={(value) => words(`markStyle.${value}`)}
        onChoose={(value) => set("markStyle", value)}
      />
      <Choice
        id="pictures"
        label="looks.pictures"
        values={PICTURES}
        value={settings.pictures}
        name={(value) => words(`pictures.${value}`)}
        onChoose={(value) => set("pictures", value)}
      />
      <Choice
        id="picture-colours"
        label="looks.pictureColours"
        values={PICTURE_COLOURS}
        value={settings.pictureColours}
        name={(value) => words(`pictureColours.${value}`)}
        onChoose={(value) => set("pictureColours", value)}
      />
      <p className="actions">
        <button
          type="button"
          className="button"
          onClick={() => {
            const { ownColours, ...looks } = DEFAULT_LOOKS;
            change({ ...looks, textSize: 100, theme: "system" });
            say(words("looks.resetDone"));
          }}
        >
          {words("looks.reset")}
        </button>
      </p>
    </section>
  );
}

/** The value of a list's line for no width at all. */
const WHOLE = "whole";
