import { rateFor } from "../../export/index.ts";
import { type Edition, type EditionArticle, type EditionFormat, SOUND_OF, withoutTurns } from "../../model/index.ts";
import type { Speaker } from "../../speak/index.ts";
import { type Plan, piecesOf, type Reading } from "./plan.ts";
import { triedAgain } from "./tried-again.ts";

/** What an edition is made of. */
export interface EditionWishes {
  /** At least one. */
  readonly articles: readonly EditionArticle[];
  readonly format: EditionFormat;
  readonly reading: Reading;
  /** Not said: the article's. */
  readonly title?: string;
  /** ISO 8601. */
  readonly now: string;
}

/** Of a voice that says nothing of what it was asked, Hz. */
const USUAL_RATE = 22_050;
/** Captions are in step with sound of these kinds, all of which have the same times. */
const CAPTIONED = "wav";

function editionOf({ articles, title, now }: EditionWishes): Edition {
  const [first] = articles;
  const sources = [...new Set(articles.flatMap(({ article }) => article.site ?? []))];
  const published = articles.length === 1 ? /^\d{4}-\d{2}-\d{2}/.exec(first?.article.published ?? "")?.[0] : undefined;
  return {
    title: withoutTurns(title ?? first?.article.title ?? ""),
    lang: first?.article.lang ?? "und",
    dir: first?.article.dir ?? "ltr",
    source: sources.join(", "),
    date: published ?? now.slice(0, 10),
    articles,
  };
}

/** Plans an edition. The voice that begins is asked for a word, for its sample rate is everybody's. @throws Failure `no-voice`, `engine` */
export async function makePlan(wishes: EditionWishes, speaker: Speaker, signal: AbortSignal): Promise<Plan> {
  const { articles, format, reading, now } = wishes;
  const pieces = articles.flatMap(({ script }, number) => piecesOf(script, number, reading));
  const sound = SOUND_OF[format];
  const request = pieces.flatMap(({ lines }) => lines).find((line) => line.request !== null)?.request;
  const rateOfVoice = async (): Promise<number | null> => {
    if (!request || format === "html") return null;
    for await (const { sampleRate } of speaker.synthesize({ ...request, text: request.text.slice(0, 40), anew: true }, signal))
      return sampleRate;
    return null;
  };
  const voiceRate = (await triedAgain(rateOfVoice, signal)) ?? USUAL_RATE;
  return {
    edition: editionOf(wishes),
    format,
    sound,
    sampleRate: rateFor(sound ?? CAPTIONED, voiceRate),
    captionRate: rateFor(CAPTIONED, voiceRate),
    pieces,
    pictures: [],
    lame: false,
    made: now,
  };
}
