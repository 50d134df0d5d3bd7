import { net } from "electron";
import type { HostLine } from "../host/messages.ts";

/** How often the line is looked at, milliseconds: as often as the host looks at its clock. */
const LOOK = 5_000;

/** Tells of the line while there is no page to tell of it. */
export interface LineWatch {
  begin(): void;
  end(): void;
}

/** Makes one that does not look yet. Each time it tells again: a host that was started anew knows nothing of it. */
export function watchLine(tell: (line: HostLine) => void): LineWatch {
  let timer: ReturnType<typeof setInterval> | null = null;
  return {
    begin() {
      timer ??= setInterval(() => tell({ online: net.isOnline() }), LOOK);
    },
    end() {
      if (timer !== null) clearInterval(timer);
      timer = null;
    },
  };
}
