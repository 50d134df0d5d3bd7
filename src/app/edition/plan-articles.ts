import type { Reader } from "../../contract/index.ts";
import { type Article, type EditionFormat, type Settings, secondVoice, type Taste, type VoiceId } from "../../model/index.ts";
import { mannerOf } from "../../play/index.ts";
import { type Plan, speaksByFormants } from "./plan.ts";
import type { EditionUses } from "./uses.ts";

/** Which articles become an edition, and how they are read. */
export interface ArticlesWish {
  /** In order. */
  readonly articles: AsyncIterable<Article>;
  readonly format: EditionFormat;
  readonly settings: Settings;
  readonly taste: Taste;
  readonly rate: number;
  /** The voice that reads whatever the language is, null: nobody asked for one. */
  readonly only: VoiceId | null;
  readonly voiceFor: (lang: string) => VoiceId;
  /** Of how many articles they are known; null: that of the one. */
  readonly title: (articles: number) => string | null;
  /** ISO 8601. */
  readonly now: string;
}

/** Narrates articles as their listener hears them, and plans an edition of them. @throws Failure */
export async function planArticles(
  app: Pick<Reader, "narrate" | "voices"> & Pick<EditionUses, "planEdition">,
  { articles: wanted, format, settings, taste, rate, only, voiceFor, title, now }: ArticlesWish,
  signal: AbortSignal,
): Promise<Plan> {
  // eSpeak NG's second voice is a variant of the first: no other is asked for its own.
  const voices = only !== null && speaksByFormants(only) ? [] : (await app.voices({})).voices;
  const articles = [];
  for await (const article of wanted) {
    signal.throwIfAborted();
    articles.push({ article, script: await app.narrate({ article: article.id, taste, voice: only, only: only !== null }) });
  }
  const second = (lang: string): VoiceId | null => secondVoice(voices, voiceFor(lang), lang);
  const own = title(articles.length);
  return app.planEdition(
    {
      articles,
      format,
      reading: { voiceFor, rate, manner: mannerOf(settings, second, () => null) },
      ...(own === null ? {} : { title: own }),
      now,
    },
    signal,
  );
}
