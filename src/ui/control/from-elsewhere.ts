import type { Desktop } from "../../contract/index.ts";
import { labelOfKey } from "../keys.ts";
import type { Dialog, WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { Announcer } from "./announcer.ts";
import { createArrivals } from "./arriving.ts";
import { offerCopied } from "./copied.ts";
import { listenToDrops } from "./dropping.ts";

/** What taking things from other programs needs of a window. */
export interface FromElsewhereWorld {
  readonly desktop: Pick<Desktop, "onOpen" | "pathOf" | "clipboard" | "platform">;
  readonly store: Store<WindowState>;
  readonly announcer: Pick<Announcer, "status" | "answer">;
  readonly openAddress: (address: string, how?: { readonly typed: boolean }) => void;
  readonly openText: (text: string, html: string) => void;
  readonly show: (dialog: Dialog) => void;
  /** Whether a first question waits for its answer. */
  readonly asking: () => boolean;
  readonly sounding: () => boolean;
}

/** Takes what comes from other programs: arguments and links, what is dropped on the window, and, where it is wanted, what was copied. */
export function takeFromElsewhere(world: FromElsewhereWorld): void {
  const { desktop, store, announcer, openAddress, openText, show, asking, sounding } = world;
  const free = (): boolean => !asking() && store.get().dialog === null;
  const whenAnswered = (act: () => void): void => {
    if (!asking()) {
      act();
      return;
    }
    const end = store.subscribe(() => {
      if (asking()) return;
      end();
      act();
    });
  };
  desktop.onOpen(createArrivals({ openAddress, show, fail: announcer.answer, whenAnswered }));
  listenToDrops({ desktop, openAddress, openText, say: announcer.status, free });
  offerCopied({
    desktop,
    free: () => store.get().settings.offerCopied && free() && !sounding() && store.get().loading === null,
    current: () => store.get().reading?.article.address ?? "",
    say: announcer.status,
    key: () => labelOfKey("open", desktop.platform === "darwin", store.get().settings.keys),
  });
}
