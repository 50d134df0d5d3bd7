import type { Desktop } from "../../contract/index.ts";
import type { UpdateFault, UpdateFound } from "../../model/index.ts";
import { joined, words } from "../../words/index.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { Announcer } from "./announcer.ts";

/** How often it is asked whether it is time to look, milliseconds; the first time is soon after the window stands. */
const ASKS = 3_600_000;
const FIRST = 20_000;

/** What a person does about newer Lecterns. None rejects. */
export interface UpdateControl {
  look(): Promise<UpdateFound>;
  fetch(): Promise<UpdateFound>;
  install(): Promise<UpdateFault | null>;
  /** Looks by itself from now on, where the listener wants it. */
  begin(): void;
}

/** What came of it, in words. */
export function updateWords(found: UpdateFound): string {
  switch (found.kind) {
    case "failed":
      return words(`update.${found.fault}`);
    case "newer":
      return words(found.fetched ? "update.fetched" : "update.newer", { version: found.version });
    case "newest":
      return words("update.newest", { version: found.version });
    case "elsewhere":
      return words("update.elsewhere");
    case "later":
    case "no-place":
      return words("update.no-place");
  }
}

/** Newer Lecterns, for a window: asked for, or looked for by itself while nothing is read. */
export function createUpdating({
  desktop,
  store,
  announcer,
  sounding,
}: {
  readonly desktop: Pick<Desktop, "lookForUpdate" | "fetchUpdate" | "installUpdate">;
  readonly store: Store<WindowState>;
  readonly announcer: Pick<Announcer, "status">;
  readonly sounding: () => boolean;
}): UpdateControl {
  const failed: UpdateFound = { kind: "failed", fault: "offline" };
  const look = (alone: boolean): Promise<UpdateFound> =>
    desktop.lookForUpdate(store.get().settings.updateChannel, alone).catch(() => failed);
  const fetch = (): Promise<UpdateFound> => desktop.fetchUpdate().catch(() => failed);
  let told = "";
  const lookAlone = async (): Promise<void> => {
    const { settings, online } = store.get();
    if (settings.updates === "off" || !online || sounding()) return;
    const found = await look(true);
    const now = found.kind === "newer" && settings.updates === "fetch" ? await fetch() : found;
    if (now.kind !== "newer" || now.version === told || sounding()) return;
    told = now.version;
    announcer.status(joined([updateWords(now), words("update.where")]));
  };
  return {
    look: () => look(false),
    fetch,
    install: () => desktop.installUpdate().catch(() => "offline"),
    begin() {
      setTimeout(() => void lookAlone(), FIRST);
      setInterval(() => void lookAlone(), ASKS);
    },
  };
}
