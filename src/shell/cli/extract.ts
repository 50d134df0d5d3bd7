import { withChosen } from "../../app/index.ts";
import { words } from "../../words/index.ts";
import { withDesk } from "./desk.ts";
import { write, writeJson } from "./output.ts";
import { isKept, openNamed } from "./read.ts";
import { articleMarkdown, articleText, auditText } from "./render.ts";
import { type ChoiceOptions, chosen, runBatch, type SaidOptions, wrongUsage } from "./requests.ts";
import { withApp } from "./world.ts";

interface ExtractOptions extends SaidOptions, ChoiceOptions {
  readonly json?: true;
  readonly text?: true;
  readonly markdown?: true;
  readonly audit?: true;
  readonly batch?: string;
}

/** `lectern extract`: an article as JSON, text or Markdown, or what was left out of it. */
export async function extractCommand(address: string | undefined, options: ExtractOptions, signal: AbortSignal): Promise<void> {
  const { batch } = options;
  if (batch !== undefined)
    return withApp({ keep: false }, (app) => runBatch(batch, options, (request) => app.extract(request, { signal }), signal));
  if (address === undefined) wrongUsage(words("terminal.no-address"));
  return withDesk({ keep: isKept(address), taste: true }, async (desk) => {
    const { article: found } = await openNamed(desk, address, options, { heard: false }, signal);
    const article = withChosen(found, chosen(options));
    if (options.json) await writeJson(article);
    else if (options.audit) await write(auditText(article));
    else await write(options.markdown ? articleMarkdown(article) : articleText(article));
  });
}
