import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from "electron";
import {
  HOST_CLOSE,
  HOST_PORT,
  HOST_REFRESH,
  HOST_SAFE,
  type HostLine,
  type HostNotice,
  type HostPower,
  isNotice,
} from "../host/messages.ts";
import { serveNeural } from "./neural.ts";
import { createRestarts } from "./restarts.ts";
import { serveSealing } from "./sealing.ts";

/** What the host is started with. */
export interface HostOptions {
  /** The built program. */
  readonly program: string;
  /** The library's file. */
  readonly library: string;
  /** The folder of the voices that are added. */
  readonly voices: string;
  /** The built program of a neural voice's process. */
  readonly neural: string;
  /** A folder of ours for temporary files. */
  readonly temporary: string;
  /** Whether it keeps to plain settings, the embedded voices, and what it is asked for. */
  readonly safe: boolean;
  /** A line about what happened, for the terminal. */
  readonly log: (line: string) => void;
  /** There is breaking news for whoever is at no window. */
  readonly onNotice: (notice: HostNotice["notice"]) => void;
  /** It died, and why. */
  readonly onDeath: (reason: string) => void;
  /** The host died and was started again (`back`), or died too often and is given some time (`lost`). */
  readonly onChange: (change: "back" | "lost") => void;
}

/** The process that fetches, extracts, narrates, speaks and keeps. */
export interface Host {
  /** A new line to the host: this end is for a window. Null while the host is given time after dying too often. */
  line(): MessagePortMain | null;
  /** Tells it of the computer's power; one that is started later is to be told again. */
  tellPower(power: HostPower): void;
  /** Tells it of the line, where no page does. */
  tellLine(line: HostLine): void;
  /** Lets it look for news. */
  refresh(): void;
  /** Lets it finish what it writes, then ends it. */
  close(): Promise<void>;
}

/** How long the host may take to finish, milliseconds: a last write to the library takes some ten (measured on a slow disk: guess). */
const CLOSE_LIMIT = 3_000;

/** How often in a row the host is given time before it is given up: it needs something that waiting does not bring (guess). */
const MOST_PAUSES = 5;

/** Starts the host, and starts it again whenever it dies. */
export function startHost(options: HostOptions): Host {
  const restarts = createRestarts();
  let child: UtilityProcess | null = null;
  let closing = false;
  /** How often in a row it was given time. */
  let pauses = 0;
  let onClosed: () => void = () => {};

  const start = (): void => {
    const fresh = utilityProcess.fork(
      options.program,
      [options.library, options.temporary, options.voices, ...(options.safe ? [HOST_SAFE] : [])],
      {
        serviceName: "Lectern",
        stdio: "inherit",
      },
    );
    child = fresh;
    const endVoices = serveNeural(fresh, options.neural);
    serveSealing(fresh);
    fresh.on("message", (data: unknown) => {
      if (isNotice(data)) options.onNotice(data.notice);
    });
    fresh.on("exit", (code) => {
      endVoices();
      if (child === fresh) child = null;
      if (closing) {
        onClosed();
        return;
      }
      options.onDeath(`ended with ${code}`);
      const wait = restarts.died(Date.now());
      pauses = wait > 0 ? pauses + 1 : 0;
      if (pauses > MOST_PAUSES) {
        options.log(`The host ended with ${code} again and again; it is not started any more.`);
        options.onChange("lost");
        return;
      }
      options.log(`The host ended with ${code}; it is started again${wait > 0 ? ` in ${wait / 1000} s` : ""}.`);
      if (wait === 0) {
        start();
        options.onChange("back");
        return;
      }
      options.onChange("lost");
      setTimeout(() => {
        if (closing) return;
        start();
        options.onChange("back");
      }, wait);
    });
  };
  start();

  return {
    line() {
      if (!child) return null;
      const { port1, port2 } = new MessageChannelMain();
      child.postMessage(HOST_PORT, [port1]);
      return port2;
    },
    tellPower: (power) => child?.postMessage(power),
    tellLine: (line) => child?.postMessage(line),
    refresh: () => child?.postMessage(HOST_REFRESH),
    close() {
      closing = true;
      const ending = child;
      if (!ending) return Promise.resolve();
      return new Promise((resolve) => {
        const limit = setTimeout(() => {
          ending.kill();
          resolve();
        }, CLOSE_LIMIT);
        onClosed = () => {
          clearTimeout(limit);
          resolve();
        };
        ending.postMessage(HOST_CLOSE);
      });
    },
  };
}
