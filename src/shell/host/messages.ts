/** What main says to the host: here is a line to a window (with its port); finish and end. */
export const HOST_PORT = "port";
export const HOST_CLOSE = "close";
/** The last argument of a host in safe mode. */
export const HOST_SAFE = "safe";
/** What main says to it where no window could: look for news. */
export const HOST_REFRESH = "refresh";

/** What the host asks of main: only main can start a utility process. */
export type NeuralWish = { readonly neural: "start" | "kill"; readonly id: number };
/** What main answers: here is a line to the process (with its port); it has ended. */
export type NeuralNews =
  | { readonly neural: "line"; readonly id: number }
  | { readonly neural: "ended"; readonly id: number; readonly how: string };

/** Whether a message is about a neural voice's process. */
export const isNeural = (data: unknown): data is NeuralWish | NeuralNews => typeof data === "object" && data !== null && "neural" in data;

/** What main says of the computer's power. `onBattery` is as far as the system tells. */
export interface HostPower {
  readonly power: { readonly onBattery: boolean; readonly woke: boolean };
}

/** What main says of the line while there is no page to say it. */
export interface HostLine {
  readonly online: boolean;
}

/** Whether a message is about the line. */
export const isLine = (data: unknown): data is HostLine => typeof data === "object" && data !== null && "online" in data;

/** Whether a message is about the power. */
export const isPower = (data: unknown): data is HostPower => typeof data === "object" && data !== null && "power" in data;

/** What the host asks of main: to tell of breaking news where nobody looks at a window. Plain text. */
export interface HostNotice {
  readonly notice: { readonly source: string; readonly title: string };
}

/** Whether a message is such news. */
export const isNotice = (data: unknown): data is HostNotice => typeof data === "object" && data !== null && "notice" in data;

/** What the host asks of main: the system's keychain is out of its own reach. */
export interface SealingWish {
  readonly sealing: "can" | "seal" | "open";
  readonly id: number;
  /** "" where nothing is to be locked or unlocked. */
  readonly text: string;
}
/** What main answers; null: it can't be. */
export interface SealingAnswer {
  readonly sealing: "answer";
  readonly id: number;
  readonly text: string | null;
}

/** Whether a message is about the keychain. */
export const isSealing = (data: unknown): data is SealingWish | SealingAnswer =>
  typeof data === "object" && data !== null && "sealing" in data;
