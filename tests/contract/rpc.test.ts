import { MessageChannel, type MessagePort } from "node:worker_threads";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { connect, type Port, serve } from "../../src/contract/index.ts";
import { call, type Inputs, stream } from "../../src/contract/rpc.ts";
import { Failure } from "../../src/model/index.ts";

interface Sums {
  add(input: { readonly a: number; readonly b: number }, signal?: AbortSignal): Promise<number>;
  count(input: { readonly to: number }, signal?: AbortSignal): AsyncIterable<number>;
  wait(input: { readonly name: string }, signal?: AbortSignal): Promise<string>;
}

const inputs: Inputs<Sums> = {
  add: call(z.strictObject({ a: z.number(), b: z.number() })),
  count: stream(z.strictObject({ to: z.number() })),
  wait: call(z.strictObject({ name: z.string() })),
};

const asPort = (port: MessagePort): Port => ({
  post: (message) => port.postMessage(message),
  listen(onMessage, onClose) {
    port.on("message", onMessage);
    port.on("close", onClose);
  },
  close: () => port.close(),
});

const open: MessagePort[] = [];
function pair(): readonly [Port, Port] {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  return [asPort(port1), asPort(port2)];
}
afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

/** Adds, counts, and waits until it is cancelled. */
function sums(log: string[] = []): Sums {
  return {
    async add({ a, b }) {
      log.push("add");
      if (b === 0) throw new Failure("bad-input", "nothing to add");
      if (b < 0) throw new RangeError("too small");
      return a + b;
    },
    async *count({ to }, signal) {
      try {
        for (let i = 1; i <= to; i += 1) {
          signal?.throwIfAborted();
          yield i;
          await new Promise((resolve) => setImmediate(resolve));
        }
      } finally {
        log.push("count ended");
      }
    },
    wait({ name }, signal) {
      log.push(`wait ${name}`);
      return new Promise((_, reject) => {
        signal?.addEventListener("abort", () => {
          log.push(`cancelled ${name}`);
          reject(signal.reason);
        });
      });
    },
  };
}

function connected(log: string[] = []) {
  const [near, far] = pair();
  const end = serve(far, inputs, sums(log));
  const connection = connect<Sums>(inputs);
  connection.attach(near);
  return { ...connection, end, near, far };
}

const until = async (done: () => boolean): Promise<void> => {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe("rpc", () => {
  it("answers calls, several at once", async () => {
    const { api } = connected();
    expect(await Promise.all([api.add({ a: 1, b: 2 }), api.add({ a: 3, b: 4 })])).toEqual([3, 7]);
  });

  it("streams items in order, then ends", async () => {
    const { api } = connected();
    const items: number[] = [];
    for await (const item of api.count({ to: 5 })) items.push(item);
    expect(items).toEqual([1, 2, 3, 4, 5]);
  });

  it("keeps a failure's code, and calls anything else a bug", async () => {
    const { api } = connected();
    await expect(api.add({ a: 1, b: 0 })).rejects.toMatchObject({ code: "bad-input", message: "nothing to add" });
    await expect(api.add({ a: 1, b: -1 })).rejects.toMatchObject({ code: "bug", message: "too small" });
  });

  it("refuses what does not parse before the implementation sees it", async () => {
    const log: string[] = [];
    const { api } = connected(log);
    await expect(api.add({ a: "1", b: 2 } as never)).rejects.toMatchObject({ code: "bad-input" });
    await expect(api.add({ a: 1, b: 2, c: 3 } as never)).rejects.toMatchObject({ code: "bad-input" });
    expect(log).toEqual([]);
  });

  it("has no method but those of the interface", async () => {
    const [near, far] = pair();
    serve(far, inputs, sums());
    const answers: unknown[] = [];
    near.listen(
      (message) => answers.push(message),
      () => {},
    );
    for (const [id, method] of ["constructor", "__proto__", "toString", "remove"].entries()) near.post({ id, method, input: {} });
    near.post("no message");
    near.post({ id: "text" });
    await until(() => answers.length === 4);
    expect(answers).toEqual(
      [0, 1, 2, 3].map((id) => expect.objectContaining({ id, failure: expect.objectContaining({ code: "bad-input" }) })),
    );
  });

  it("cancels a call on the other side", async () => {
    const log: string[] = [];
    const { api } = connected(log);
    const controller = new AbortController();
    const waiting = api.wait({ name: "one" }, controller.signal);
    await until(() => log.includes("wait one"));
    controller.abort(new Error("enough"));
    await expect(waiting).rejects.toThrow("enough");
    await until(() => log.includes("cancelled one"));
  });

  it("ends a stream on the other side when its reader leaves, and when it is aborted", async () => {
    const log: string[] = [];
    const { api } = connected(log);
    for await (const item of api.count({ to: 1e9 })) if (item === 3) break;
    await until(() => log.length === 1);
    const controller = new AbortController();
    const read = async (): Promise<void> => {
      for await (const item of api.count({ to: 1e9 }, controller.signal)) if (item === 3) controller.abort(new Error("enough"));
    };
    await expect(read()).rejects.toThrow("enough");
    await until(() => log.length === 2);
  });

  it("makes calls that came before there was a port, and goes on over a new one", async () => {
    const connection = connect<Sums>(inputs);
    const early = connection.api.add({ a: 1, b: 1 });
    const log: string[] = [];
    const [near, far] = pair();
    const end = serve(far, inputs, sums(log));
    connection.attach(near);
    expect(await early).toBe(2);

    const waiting = connection.api.wait({ name: "again" });
    await until(() => log.includes("wait again"));
    const counting = connection.api.count({ to: 1e9 })[Symbol.asyncIterator]();
    expect(await counting.next()).toMatchObject({ value: 1 });
    end();
    far.close();

    const second: string[] = [];
    const [nearer, farther] = pair();
    serve(farther, inputs, { ...sums(second), wait: async ({ name }) => `${name}, answered` });
    connection.attach(nearer);
    expect(await waiting).toBe("again, answered");
    const drain = async (): Promise<void> => {
      while (!(await counting.next()).done);
    };
    await expect(drain()).rejects.toMatchObject({ code: "engine" });
    expect(await connection.api.add({ a: 2, b: 2 })).toBe(4);
  });

  it("cancels everything when the other side goes", async () => {
    const log: string[] = [];
    const { api, near } = connected(log);
    void api.wait({ name: "left" }).catch(() => {});
    await until(() => log.includes("wait left"));
    near.close();
    await until(() => log.includes("cancelled left"));
  });
});
