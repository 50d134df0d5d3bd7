import { withChosen } from "../../app/index.ts";
import { type Article, type LexiconEntry, type SourceRequest, spokenText, type Utterance, type Verbosity } from "../../model/index.ts";
import { narrate, STARTER_PACK, shownText } from "../../narrate/index.ts";
import { words } from "../../words/index.ts";
import { type Desk, withDesk } from "./desk.ts";
import { write, writeJson } from "./output.ts";
import { isKept, openNamed } from "./read.ts";
import { type ChoiceOptions, chosen, naming, requestOf, runBatch, type SaidOptions, wrongUsage } from "./requests.ts";
import { withApp } from "./world.ts";

interface NarrateOptions extends SaidOptions, ChoiceOptions {
  readonly json?: true;
  readonly text?: true;
  readonly verbosity: Verbosity;
  readonly running?: true;
  /** Not said: as it is for `lectern read`, but where it is for measuring. */
  readonly lexicon?: boolean;
  readonly batch?: string;
}

interface NarratedUtterance extends Utterance {
  /** What the page shows of it, "" for words that are only ours. */
  readonly text: string;
  readonly spoken: string;
}

/**
 * `lectern narrate`: what would be said, an utterance a line, or as JSON; announced in the listener's language and
 * with their lexicon, as `lectern read` does. A
 * batch and running text are for measuring: the same on every machine, in English.
 */
export async function narrateCommand(address: string | undefined, options: NarrateOptions, signal: AbortSignal): Promise<void> {
  const { batch, running = false } = options;
  const measured = running || batch !== undefined;
  const withLexicon = options.lexicon ?? !measured;
  const taste = withLexicon || !measured;
  const narrated = (article: Article, lang: string, entries: readonly LexiconEntry[]): readonly NarratedUtterance[] =>
    narrate(article, { verbosity: options.verbosity, lang }, withLexicon ? entries : []).utterances.map(
      ({ role, lang, pause, pieces, ...rest }) => ({
        role,
        lang,
        pause,
        text: shownText(article, { role, lang, pause, pieces, ...rest }),
        spoken: spokenText({ role, lang, pause, pieces }),
        pieces,
      }),
    );
  const answer = async (utterances: readonly NarratedUtterance[]): Promise<void> => {
    if (options.json) await writeJson({ utterances });
    else await write(utterances.map(({ spoken }) => `${spoken.trim()}\n`).join(""));
  };
  if (measured)
    return withApp({ keep: false, taste }, async (app) => {
      if (batch !== undefined) {
        const said = async (request: SourceRequest): Promise<unknown> => {
          const article = await app.extract(request, { running, signal });
          return { utterances: narrated(article, MEASURED, app.entries()) };
        };
        await runBatch(batch, options, said, signal);
        return;
      }
      if (address === undefined) wrongUsage(words("terminal.no-address"));
      const article = await naming(address, app.extract(await requestOf(address, options), { running, ...chosen(options), signal }));
      await answer(narrated(article, MEASURED, app.entries()));
    });
  if (address === undefined) wrongUsage(words("terminal.no-address"));
  return withDesk({ keep: isKept(address), taste }, async (desk) => {
    const { article } = await openNamed(desk, address, options, { heard: false }, signal);
    const { language } = await desk.settings({});
    const lang = language ?? Intl.DateTimeFormat().resolvedOptions().locale;
    await answer(narrated(withChosen(article, chosen(options)), lang, await entriesOf(desk)));
  });
}

/** The language of what is for measuring. */
const MEASURED = "en";

/** How words are said for whoever has the library: their own entries, then the starter pack unless it is off. */
async function entriesOf(desk: Desk): Promise<readonly LexiconEntry[]> {
  const [own, { starterPack }] = await Promise.all([desk.lexicon({}), desk.settings({})]);
  return [...own.map(({ entry }) => entry), ...(starterPack ? STARTER_PACK : [])];
}
