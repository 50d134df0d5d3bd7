import type { Desktop, Reader } from "../../contract/index.ts";
import { type ShareState, toFailure } from "../../model/index.ts";
import { shareWords, words } from "../../words/index.ts";
import type { Announcer } from "./announcer.ts";
import { failureWords } from "./answers.ts";

/** What a person does with the folder by which places and settings travel. Messages that are answered with have been said. */
export interface ShareControl {
  state(): Promise<ShareState>;
  /** Lets the person choose the folder, and shares it. Null: they chose none. */
  choose(): Promise<string | null>;
  now(): Promise<string>;
  stop(): Promise<string>;
}

/** Joins the shared folder with the window. */
export function createSharing({
  reader,
  desktop,
  announcer,
}: {
  readonly reader: Pick<Reader, "shareState" | "shareIn" | "shareNow">;
  readonly desktop: Pick<Desktop, "chooseShared">;
  readonly announcer: Pick<Announcer, "status">;
}): ShareControl {
  const told = async (work: () => Promise<string>): Promise<string> => {
    const message = await work().catch((thrown: unknown) => {
      const { code } = toFailure(thrown);
      return code === "storage" || code === "bad-input" ? words("share.failed") : failureWords(code);
    });
    announcer.status(message);
    return message;
  };
  return {
    state: () => reader.shareState({}),
    async choose() {
      const folder = await desktop.chooseShared();
      return folder === null ? null : told(async () => shareWords(await reader.shareIn({ folder })));
    },
    now: () => told(async () => words("share.done", { ...(await reader.shareNow({})) })),
    stop: () =>
      told(async () => {
        await reader.shareIn({ folder: null });
        return words("share.stopped");
      }),
  };
}
