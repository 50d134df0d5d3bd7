import { useMemo, useState } from "react";
import { minutesLeft, placeOf, positionOf } from "../../play/index.ts";
import { words } from "../../words/index.ts";
import { rateWords } from "../control/preferences.ts";
import { captionOf } from "../reading/shown.ts";
import { CommandButton } from "./CommandButton.tsx";
import { useController, useWindowState } from "./context.ts";
import { Icon } from "./Icon.tsx";
import { useTwice } from "./use-twice.ts";

/** As much of an answer as has room beside the buttons of the lowest window, UTF-16 code units: five short lines (measured at 320 × 256). */
const BESIDE = 100;
/** As much of one as three lines have room for where the words of the buttons are long. */
const BRIEF = 45;

/** How an answer is laid out in the lowest window. */
const sizeOf = ({ length }: string): string => (length > BESIDE ? "long" : length > BRIEF ? "middling" : "brief");

/** Where the listener is, in a few words. */
function usePosition(): string {
  const reading = useWindowState((state) => state.reading);
  const utterance = useWindowState((state) => state.utterance);
  const rate = useWindowState((state) => state.settings.rate);
  const ended = useWindowState((state) => state.sound === "ended");
  return useMemo(() => {
    const block = reading && placeOf(reading.script, utterance)?.block;
    if (!reading || !block) return "";
    return words("player.position", {
      ...positionOf(reading.article, block),
      heading: "",
      minutes: ended ? 0 : minutesLeft(reading.script, utterance, rate),
    });
  }, [reading, utterance, rate, ended]);
}

/** The sentence that is read, for the eyes: screen readers have it in the article, and must not hear of its changes. */
function Captions() {
  const reading = useWindowState((state) => state.reading);
  const utterance = useWindowState((state) => state.utterance);
  const notice = useWindowState((state) => state.notice);
  const twice = useTwice(notice);
  const caption = reading ? captionOf(reading.article, reading.script, utterance) : "";
  return (
    <div className="captions" aria-hidden="true" data-captions="">
      <p className="caption" lang={reading?.script.utterances[utterance]?.lang} dir="auto">
        {caption}
      </p>
      {notice ? <p className={`notice ${sizeOf(notice)}${twice ? " twice" : ""}`}>{notice}</p> : null}
    </div>
  );
}

/** The player: what it does, where it is, and what it reads. */
export function PlayerBar() {
  const { returnToSpeech } = useController();
  const sound = useWindowState((state) => state.sound);
  const following = useWindowState((state) => state.following);
  const rate = useWindowState((state) => state.settings.rate);
  const position = usePosition();
  const [more, setMore] = useState(false);
  const sounding = sound === "playing" || sound === "loading";
  return (
    <section className="player" id="player" data-player="" data-more={more} aria-label={words("player.label")}>
      <Captions />
      <div className="controls">
        <div className="steps">
          <CommandButton command="previousSentence" icon="previous" label="player.previous" className="quiet extra" />
          <CommandButton
            command="play"
            icon={sounding ? "pause" : "play"}
            label={sounding ? "player.pause" : "player.play"}
            className="strong play"
          />
          <CommandButton command="nextSentence" icon="next" label="player.next" className="quiet extra" />
        </div>
        <fieldset className="speed extra">
          <legend className="for-screen-readers">{words("player.speed")}</legend>
          <CommandButton command="slower" icon="slower" label="player.slower" className="quiet" />
          <span className="rate">{rateWords(rate)}</span>
          <CommandButton command="faster" icon="faster" label="player.faster" className="quiet" />
        </fieldset>
        <p className="position extra">{position}</p>
        <button type="button" className="button quiet more" aria-expanded={more} onClick={() => setMore(!more)}>
          <Icon name="more" />
          <span>{words("player.more")}</span>
        </button>
        {following || !sounding ? null : (
          <button type="button" className="button return" onClick={returnToSpeech}>
            {words("player.return")}
          </button>
        )}
      </div>
    </section>
  );
}
