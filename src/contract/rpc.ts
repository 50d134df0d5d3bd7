import type { ZodType } from "zod";
import { FAILURE_CODES, Failure, type FailureCode, toFailure } from "../model/index.ts";

/** Anything that carries messages both ways: a MessagePort, a utility process's port, a worker. */
export interface Port {
  post(message: unknown): void;
  /** One listener for messages, one for the end of the other side. */
  listen(onMessage: (message: unknown) => void, onClose: () => void): void;
  close(): void;
}

type Method = (input: never, signal?: AbortSignal) => unknown;
type InputOf<F> = F extends (input: infer I, signal?: AbortSignal) => unknown ? I : never;
type Shape<F> = F extends (input: never, signal?: AbortSignal) => AsyncIterable<unknown> ? "stream" : "call";

interface Entry<I, S extends "call" | "stream"> {
  readonly shape: S;
  readonly parse: ZodType<I>;
}

/** Whether each method of an interface answers once or with a stream: all that the calling side must know of it. */
export type Shapes<T> = { readonly [M in keyof T]: { readonly shape: Shape<T[M]> } };

/** One parser for each method of an interface: forget one and it does not compile. */
export type Inputs<T> = { readonly [M in keyof T]: Entry<InputOf<T[M]>, Shape<T[M]>> };

/** A method that answers once. */
export const call = <I>(parse: ZodType<I>): Entry<I, "call"> => ({ shape: "call", parse });
/** A method that answers with a stream. */
export const stream = <I>(parse: ZodType<I>): Entry<I, "stream"> => ({ shape: "stream", parse });

type Ask = { readonly id: number; readonly method: string; readonly input: unknown } | { readonly id: number; readonly cancel: true };
type Answer =
  | { readonly id: number; readonly item: unknown }
  | { readonly id: number; readonly done: true; readonly result: unknown }
  | { readonly id: number; readonly failure: { readonly code: FailureCode; readonly message: string } };

const isMessage = (message: unknown): message is { readonly id: number } =>
  typeof message === "object" && message !== null && "id" in message && typeof message.id === "number";

/**
 * Answers the calls that come through a port with an implementation. Inputs are parsed first: what does not parse is answered with
 * `bad-input` and never reaches the implementation. Returns the end: all running calls are cancelled.
 */
export function serve<T extends { [M in keyof T]: Method }>(port: Port, inputs: Inputs<T>, api: T): () => void {
  const running = new Map<number, AbortController>();
  const end = (): void => {
    for (const controller of running.values()) controller.abort();
    running.clear();
  };
  const answer = async (id: number, method: string, input: unknown): Promise<void> => {
    const controller = new AbortController();
    running.set(id, controller);
    const post = (message: Answer): void => {
      if (!controller.signal.aborted) port.post(message);
    };
    try {
      if (!Object.hasOwn(inputs, method)) throw new Failure("bad-input", `There is no method ${JSON.stringify(method)}`);
      const name = method as keyof T;
      const entry = inputs[name];
      const parsed = entry.parse.safeParse(input);
      if (!parsed.success)
        throw new Failure(
          "bad-input",
          `${method}: ${parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("; ")}`,
        );
      const result = api[name](parsed.data as never, controller.signal);
      if (entry.shape === "stream") {
        for await (const item of result as AsyncIterable<unknown>) {
          if (controller.signal.aborted) return;
          post({ id, item });
        }
        post({ id, done: true, result: undefined });
      } else post({ id, done: true, result: await result });
    } catch (thrown) {
      const failure = toFailure(thrown);
      post({ id, failure: { code: failure.code, message: failure.message } });
    } finally {
      running.delete(id);
    }
  };
  port.listen((message) => {
    if (!isMessage(message)) return;
    const ask = message as Ask;
    if ("cancel" in ask) running.get(ask.id)?.abort();
    else void answer(ask.id, ask.method, ask.input);
  }, end);
  return end;
}

/** The other end of `serve`: the same interface, and a way to go on over a new port. */
export interface Connection<T> {
  readonly api: T;
  /**
   * Goes on over this port. Calls that were not answered are sent again (each may be, see `Reader`); streams that had begun fail
   * with `engine`, those that had not are sent again.
   */
  attach(port: Port): void;
}

interface Waiting {
  readonly ask: Ask;
  begun: boolean;
  readonly take: (answer: Answer) => void;
}

/** Calls an interface on the other side of a port that is attached later. Calls made without a port wait for one. */
export function connect<T extends { [M in keyof T]: Method }>(shapes: Shapes<T>): Connection<T> {
  let port: Port | null = null;
  let next = 1;
  const waiting = new Map<number, Waiting>();

  const begin = (
    method: string,
    input: unknown,
    signal: AbortSignal | undefined,
    take: (answer: Answer) => void,
    cancelled: (reason: unknown) => void,
  ): void => {
    if (signal?.aborted) {
      cancelled(signal.reason);
      return;
    }
    const id = next++;
    const abort = (): void => {
      waiting.delete(id);
      port?.post({ id, cancel: true } satisfies Ask);
      cancelled(signal?.reason);
    };
    signal?.addEventListener("abort", abort, { once: true });
    const ask: Ask = { id, method, input };
    waiting.set(id, {
      ask,
      begun: false,
      take: (message) => {
        if (!("item" in message)) {
          waiting.delete(id);
          signal?.removeEventListener("abort", abort);
        }
        take(message);
      },
    });
    port?.post(ask);
  };

  const asFailure = (answer: { readonly code: FailureCode; readonly message: string }): Failure =>
    new Failure(FAILURE_CODES.includes(answer.code) ? answer.code : "bug", answer.message);

  const callOnce = (method: string) => (input: unknown, signal?: AbortSignal) =>
    new Promise((resolve, reject) => {
      const take = (answer: Answer): void => {
        if ("failure" in answer) reject(asFailure(answer.failure));
        else if ("done" in answer) resolve(answer.result);
      };
      begin(method, input, signal, take, reject);
    });

  const callStream = (method: string) =>
    async function* (input: unknown, outer?: AbortSignal): AsyncGenerator<unknown> {
      const items: unknown[] = [];
      let ended = false;
      let broken: { readonly reason: unknown } | null = null;
      let wake: () => void = () => {};
      const inner = new AbortController();
      const signal = outer ? AbortSignal.any([outer, inner.signal]) : inner.signal;
      const take = (answer: Answer): void => {
        if ("item" in answer) items.push(answer.item);
        else if ("failure" in answer) broken = { reason: asFailure(answer.failure) };
        else ended = true;
        wake();
      };
      begin(method, input, signal, take, (reason) => {
        broken = { reason };
        wake();
      });
      try {
        for (;;) {
          if (outer?.aborted) throw outer.reason;
          if (items.length > 0) yield items.shift();
          else if (broken) throw (broken as { readonly reason: unknown }).reason;
          else if (ended) return;
          else
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
        }
      } finally {
        if (!ended && !broken) inner.abort();
      }
    };

  const api = Object.fromEntries(
    (Object.keys(shapes) as (keyof T & string)[]).map((method) => [
      method,
      shapes[method].shape === "stream" ? callStream(method) : callOnce(method),
    ]),
  ) as unknown as T;

  return {
    api,
    attach(fresh) {
      port?.close();
      port = fresh;
      fresh.listen(
        (message) => {
          if (!isMessage(message) || port !== fresh) return;
          const answer = message as Answer;
          const waits = waiting.get(answer.id);
          if (!waits) return;
          if ("item" in answer) waits.begun = true;
          waits.take(answer);
        },
        () => {
          if (port === fresh) port = null;
        },
      );
      for (const [id, { ask, begun, take }] of [...waiting]) {
        if (begun) take({ id, failure: { code: "engine", message: "The speech was interrupted; it begins again." } });
        else fresh.post(ask);
      }
    },
  };
}
