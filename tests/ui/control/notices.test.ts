import { describe, expect, it } from "vitest";
import { createNotices } from "../../../src/ui/control/notices.ts";
import { createWindowState } from "../../../src/ui/state.ts";

const open = () => {
  const store = createWindowState();
  let time = 0;
  const notices = createNotices(store, () => time);
  return { store, notices, notice: () => store.get().notice, wait: (ms: number) => (time += ms) };
};

describe("a message", () => {
  it("goes with the view that it was shown in", () => {
    const { store, notices, notice, wait } = open();
    notices.show("Nothing found.", false);
    wait(5_000);
    store.set({ online: false });
    expect(notice()).toBe("Nothing found.");
    store.set({ view: "library" });
    expect(notice()).toBe("");
  });

  it("goes with the dialog that it was shown in, and when one opens over it", () => {
    const { store, notices, notice, wait } = open();
    notices.show("Not opened.", false);
    wait(5_000);
    store.set({ dialog: { kind: "settings" } });
    expect(notice()).toBe("");
    notices.show("Nothing found.", false);
    wait(5_000);
    store.set({ dialog: { kind: "settings" } });
    expect(notice()).toBe("Nothing found.");
    store.set({ dialog: null });
    expect(notice()).toBe("");
  });

  it("stays when it is of the leaving itself, or says what went wrong", () => {
    const { store, notices, notice, wait } = open();
    store.set({ dialog: { kind: "settings" } });
    notices.show("Subscribed.", false);
    store.set({ dialog: null });
    expect(notice()).toBe("Subscribed.");
    notices.show("The disk is full.", true);
    wait(5_000);
    store.set({ view: "library" });
    expect(notice()).toBe("The disk is full.");
    notices.show("Here.", false);
    wait(5_000);
    store.set({ view: "article" });
    expect(notice()).toBe("");
  });
});
