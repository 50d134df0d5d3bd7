import { useState } from "react";
import type { BlockId } from "../../model/index.ts";
import { interfaceLanguage, words } from "../../words/index.ts";
import { useWindowState } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";
import { usePicture } from "./use-picture.ts";

/** Widths of the picture, per cent of the dialog's. */
const SIZES = [100, 150, 200, 300, 400, 600] as const;

/** One photo, as large as one wants it, with all its words. */
export function PhotoDialog({ block }: { readonly block: BlockId }) {
  const article = useWindowState((state) => state.reading?.article);
  const figure = article?.blocks.find(({ id }) => id === block);
  const [step, setStep] = useState(0);
  const { address, absent } = usePicture(article?.id, block, figure?.kind === "figure" && figure.src !== null);
  if (figure?.kind !== "figure") return null;
  const { alt, caption, credit, src } = figure;
  // The description is the picture's own only where the caption does not say the same.
  const description = alt !== caption ? alt : "";
  const said = [
    { name: words("photo.description"), text: description },
    { name: words("photo.caption"), text: caption },
    { name: words("photo.credit"), text: credit ?? "" },
  ].filter(({ text }) => text !== "");
  const size = SIZES[step] ?? 100;
  return (
    <DialogFrame title={words("photo.title")} className="photo-dialog">
      {address ? (
        <>
          <p className="actions">
            <button
              type="button"
              className="button"
              aria-disabled={step === SIZES.length - 1}
              onClick={() => setStep(Math.min(step + 1, SIZES.length - 1))}
            >
              {words("photo.larger")}
            </button>
            <button type="button" className="button" aria-disabled={step === 0} onClick={() => setStep(Math.max(step - 1, 0))}>
              {words("photo.smaller")}
            </button>
            <span role="status" className="photo-size">
              {words("photo.size", { size })}
            </span>
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
          <section className="photo-frame" tabIndex={0} data-whole={step === 0 ? "" : undefined} aria-label={words("photo.title")}>
            <img
              className="photo"
              alt={description || words("article.photo")}
              src={address}
              ref={(image) => image?.style.setProperty("--photo-size", `${size}%`)}
            />
          </section>
        </>
      ) : (
        <p className="hint">{words(absent || src === null ? "photo.absent" : "photo.waiting")}</p>
      )}
      {said.length > 0 ? (
        <dl className="photo-words" lang={figure.lang ?? article?.lang}>
          {said.map(({ name, text }) => (
            <div key={name}>
              <dt lang={interfaceLanguage()}>{name}</dt>
              <dd dir="auto">{text}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p>{words("photo.noWords")}</p>
      )}
    </DialogFrame>
  );
}
