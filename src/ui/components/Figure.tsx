import type { BlockOf } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import type { Stretch } from "../reading/sentences.ts";
import { useWindowState } from "./context.ts";
import { Icon } from "./Icon.tsx";
import { Sentences, shows } from "./Sentences.tsx";
import { usePicture } from "./use-picture.ts";

interface Props {
  readonly block: BlockOf<"figure">;
  readonly sentences: readonly Stretch[] | undefined;
  readonly lang?: string;
  readonly dir?: "auto";
}

/**
 * A photo with its words. Where the caption says all, the picture itself is only called a photo, so that a screen reader has the
 * words once.
 */
export function Figure({ block, sentences, lang, dir }: Props) {
  const article = useWindowState((state) => state.reading?.article.id);
  const shown = useWindowState((state) => state.settings.pictures) === "show" && block.src !== null;
  const { address, absent } = usePicture(article, block.id, shown);
  const name = block.caption && block.alt && block.alt !== block.caption ? block.alt : words("article.photo");
  return (
    <figure lang={lang} dir={dir}>
      {!shown ? (
        <p className="photo-mark">
          <span role="img" aria-label={name}>
            <Icon name="photo" />
            <span aria-hidden="true">{name}</span>
          </span>
        </p>
      ) : (
        // Whether the picture comes or not, the document stays as it is: only its address and looks change.
        <img className={absent ? "photo absent" : address ? "photo" : "photo waiting"} alt={name} src={address ?? undefined} />
      )}
      {block.text ? (
        <figcaption>
          <span {...shows(block.id)}>
            <Sentences text={block.text} spans={block.spans} sentences={sentences} />
          </span>
          {block.credit ? <small>{block.credit}</small> : null}
        </figcaption>
      ) : null}
    </figure>
  );
}
