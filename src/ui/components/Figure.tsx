import { useEffect, useState } from "react";
import type { ArticleId, BlockId, BlockOf } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import type { Stretch } from "../reading/sentences.ts";
import { useController, useWindowState } from "./context.ts";
import { Icon } from "./Icon.tsx";
import { Sentences, shows } from "./Sentences.tsx";

/** A picture's address inside the page, null until it is there; `absent` when it can't be shown. */
function usePicture(
  article: ArticleId | undefined,
  block: BlockId,
  wanted: boolean,
): { readonly address: string | null; readonly absent: boolean } {
  const { picture } = useController();
  const [address, setAddress] = useState<string | null>(null);
  const [absent, setAbsent] = useState(false);
  useEffect(() => {
    if (!article || !wanted) return;
    const controller = new AbortController();
    let made: string | null = null;
    picture({ article, block }, controller.signal).then(
      ({ bytes, mediaType }) => {
        if (controller.signal.aborted) return;
        made = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType }));
        setAddress(made);
      },
      // The words of the photo are on the page; a picture that can't be fetched takes nothing from them.
      () => setAbsent(true),
    );
    return () => {
      controller.abort();
      if (made) URL.revokeObjectURL(made);
    };
  }, [article, block, wanted, picture]);
  return { address, absent };
}

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
  const { address, absent } = usePicture(article, block.id, block.src !== null);
  const name = block.caption && block.alt && block.alt !== block.caption ? block.alt : words("article.photo");
  return (
    <figure lang={lang} dir={dir}>
      {block.src === null ? (
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
