import { words } from "../../words/index.ts";
import { write, writeJson } from "./output.ts";
import { articleMarkdown, articleText, auditText } from "./render.ts";
import { type ChoiceOptions, chosen, naming, requestOf, runBatch, type SaidOptions, wrongUsage } from "./requests.ts";
import { withApp } from "./world.ts";

interface ExtractOptions extends SaidOptions, ChoiceOptions {
  readonly json?: true;
  readonly text?: true;
  readonly markdown?: true;
  readonly audit?: true;
  readonly batch?: string;
}

/** `lectern extract`: an article as JSON, text or Markdown, or what was left out of it. */
export function extractCommand(address: string | undefined, options: ExtractOptions, signal: AbortSignal): Promise<void> {
  return withApp({ keep: false }, async (app) => {
    if (options.batch !== undefined) {
      await runBatch(options.batch, options, (request) => app.extract(request, { signal }), signal);
      return;
    }
    if (address === undefined) wrongUsage(words("terminal.no-address"));
    const article = await naming(address, app.extract(await requestOf(address, options), { ...chosen(options), signal }));
    if (options.json) await writeJson(article);
    else if (options.audit) await write(auditText(article));
    else await write(options.markdown ? articleMarkdown(article) : articleText(article));
  });
}
