/** What it takes to have sound again. */
export interface Reviving {
  readonly make: () => AudioContext;
  /** Starts the system's sound anew, for one that lost its server. */
  readonly restart: () => Promise<void>;
  /** Whether anybody still wants it. */
  readonly wanted: () => boolean;
}

/** How long a new context may take until its clock moves, milliseconds: 50 on a quiet machine (measured), more while a device wakes. */
const STARTS = 1_500;
/** How long the list of devices may take to be filled again after a restart, milliseconds: up to 1,500 (measured). */
const LISTED = 2_000;
/**
 * How often the sound is started anew before it is given up: a sound server that is being restarted itself is not there the first time.
 * With the time above a listener is told after 6 s.
 */
const RESTARTS = 3;
/** How often it is looked, milliseconds. */
const LOOK = 50;

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Whether there is a sound device: without one Chromium plays into nothing, in real time, and only this list tells. */
export async function hasOutput(): Promise<boolean> {
  const devices = await navigator.mediaDevices?.enumerateDevices().catch(() => null);
  return !devices || devices.some(({ kind }) => kind === "audiooutput");
}

async function runs(context: AudioContext): Promise<boolean> {
  const from = context.currentTime;
  for (let waited = 0; waited < STARTS && context.state !== "closed"; waited += LOOK) {
    if (context.currentTime > from) return true;
    await wait(LOOK);
  }
  return false;
}

async function comesBack(): Promise<boolean> {
  for (let waited = 0; waited < LISTED; waited += LOOK) {
    if (await hasOutput()) return true;
    await wait(LOOK);
  }
  return false;
}

/**
 * A context that plays, after one was lost: on the device that is the default now, else after the system's sound was started anew.
 * Null: there is none.
 */
export async function revive({ make, restart, wanted }: Reviving): Promise<AudioContext | null> {
  for (let tries = 0; tries <= RESTARTS; tries += 1) {
    if (tries > 0) await restart().catch(() => {});
    if (!wanted()) return null;
    if (!(tries > 0 ? await comesBack() : await hasOutput())) continue;
    const context = make();
    if (wanted() && (await runs(context)) && (await hasOutput())) return context;
    void context.close().catch(() => {});
  }
  return null;
}
