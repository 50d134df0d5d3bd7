import { useEffect, useState } from "react";
import type { ArticleId, BlockId } from "../../model/index.ts";
import { useController } from "./context.ts";

/** A picture's address inside the page, null until it is there; `absent` when it can't be shown. */
export function usePicture(
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
