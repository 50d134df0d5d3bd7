import { words } from "../../words/index.ts";
import { write } from "./requests.ts";
import { withApp } from "./world.ts";

/** `lectern voices`: what can be spoken with. What is missing is said on stderr. */
export function voicesCommand(options: { readonly json?: true }): Promise<void> {
  return withApp({ keep: false }, async (app) => {
    const { voices, missing } = await app.voices({});
    if (options.json) {
      await write(`${JSON.stringify({ voices: voices.map(({ id, name, lang, engine }) => ({ id, name, lang, engine })) }, null, 2)}\n`);
      return;
    }
    const wide = Math.max(...voices.map(({ id }) => id.length));
    await write(voices.map(({ id, name, lang }) => `${id.padEnd(wide)}  ${lang.padEnd(8)}  ${name}\n`).join(""));
    for (const { engine, message } of missing) process.stderr.write(`${words("terminal.missing", { engine, message })}\n`);
  });
}
