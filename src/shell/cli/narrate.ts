import { type SourceRequest, spokenText, type Utterance, type Verbosity } from "../../model/index.ts";
import { narrate, shownText } from "../../narrate/index.ts";
import { words } from "../../words/index.ts";
import { write, writeJson } from "./output.ts";
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
export function narrateCommand(address: string | undefined, options: NarrateOptions, signal: AbortSignal): Promise<void> {
  const measured = options.running === true || options.batch !== undefined;
  const withLexicon = options.lexicon ?? !measured;
  return withApp({ keep: false, taste: withLexicon || !measured }, async (app) => {
    const { language } = await app.settings({});
    const lang = measured ? "en" : (language ?? Intl.DateTimeFormat().resolvedOptions().locale);
    const said = async (request: SourceRequest, choices = {}): Promise<{ readonly utterances: readonly NarratedUtterance[] }> => {
      const article = await app.extract(request, { running: options.running ?? false, ...choices, signal });
      const script = narrate(article, { verbosity: options.verbosity, lang }, withLexicon ? app.entries() : []);
      return {
        utterances: script.utterances.map(({ role, lang, pause, pieces, ...rest }) => ({
          role,
          lang,
          pause,
          text: shownText(article, { role, lang, pause, pieces, ...rest }),
          spoken: spokenText({ role, lang, pause, pieces }),
          pieces,
        })),
      };
    };
    if (options.batch !== undefined) {
      await runBatch(options.batch, options, (request) => said(request), signal);
      return;
    }
    if (address === undefined) wrongUsage(words("terminal.no-address"));
    const { utterances } = await naming(address, said(await requestOf(address, options), chosen(options)));
    if (options.json) await writeJson({ utterances });
    else await write(utterances.map(({ spoken }) => `${spoken.trim()}\n`).join(""));
  });
}
