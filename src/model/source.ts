/** What was fetched, before anything in it is understood. */
export interface Source {
  readonly bytes: Uint8Array;
  /** For example `text/html`, without parameters, in lower case; null when nothing said it. */
  readonly mediaType: string | null;
  /** The charset that the transport named (HTTP header), null when it named none. */
  readonly charset: string | null;
  /** The final address, after redirects: http(s), `file:`, or `lectern:…` for pasted text and standard input. */
  readonly address: string;
  /** BCP 47, when the transport or the person said it. */
  readonly lang: string | null;
  /** Whether it came from the person's own network, or this machine's own server. */
  readonly isOwn?: boolean | undefined;
}

/** What is to be opened. `url`, `type` and `lang` say what the content does not say of itself; null: it says. */
export type SourceRequest = (
  | {
      readonly kind: "address";
      /** An http(s) address; where it is `typed`, also a `file:` address or a path. */
      readonly address: string;
      /** A person typed or chose it: it may be a file, and lead into their own network. Not said: a page, a feed or a list named it. */
      readonly typed?: boolean | undefined;
    }
  | { readonly kind: "content"; readonly content: string | Uint8Array }
) & {
  /** The address that relative links are resolved against and that the article is known by. */
  readonly url: string | null;
  /** A media type. */
  readonly type: string | null;
  /** BCP 47. */
  readonly lang: string | null;
};

/**
 * The media type of a piece of a page as the clipboard has it: HTML that is all content. It is ours alone, so that a page of any other
 * origin is never taken for one.
 */
export const COPIED_HTML = "text/vnd.lectern.copied-html";

/** The media type of Lectern's own articles: Markdown that is all content, so that nothing of it is left out. */
export const OWN_MARKDOWN = "text/vnd.lectern.own-markdown";
