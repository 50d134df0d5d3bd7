import { hasOutput } from "./revive.ts";

/** How often it is looked while there is no device, milliseconds. */
const LOOK = 5_000;
/** Every so many looks the system's sound is started anew: a sound server that came back is not seen otherwise (measured). */
const ANEW = 3;

/** Tells when there is a sound device again. `lost`: whether one is missed. */
export function onDeviceBack({
  lost,
  restart,
  tell,
}: {
  readonly lost: () => boolean;
  readonly restart: () => Promise<void>;
  readonly tell: () => void;
}): void {
  let looks = 0;
  const look = async (): Promise<void> => {
    if (await hasOutput()) tell();
    else if (++looks % ANEW === 0) await restart().catch(() => {});
  };
  navigator.mediaDevices?.addEventListener("devicechange", () => void look());
  setInterval(() => {
    if (lost()) void look();
    else looks = 0;
  }, LOOK);
}
