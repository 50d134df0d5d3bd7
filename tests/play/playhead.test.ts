import { describe, expect, it } from "vitest";
import { createPlayhead } from "../../src/play/index.ts";

describe("the playhead", () => {
  it("begins after the device's delay and waits where it has nothing", () => {
    let now = 100;
    const head = createPlayhead(() => now, 0.1);
    head.start(0.2);
    head.feed(0.5);
    now = 100.1;
    expect(head.position()).toBe(0);
    now = 100.5;
    expect(head.position()).toBeCloseTo(0.3);
    now = 103;
    expect(head.position()).toBe(0.5);
    head.feed(1);
    now = 103.1;
    expect(head.position()).toBe(0.5);
    now = 103.3;
    expect(head.position()).toBeCloseTo(0.7);
  });

  it("stands still while stopped, after what the device still plays", () => {
    let now = 0;
    const head = createPlayhead(() => now, 0);
    head.start(0);
    head.feed(10);
    now = 1;
    head.stop(0.05);
    now = 50;
    expect(head.position()).toBeCloseTo(1.05);
    head.start(0);
    now = 51;
    expect(head.position()).toBeCloseTo(2.05);
  });

  it("believes the device, and never goes back", () => {
    let now = 0;
    const head = createPlayhead(() => now, 0);
    head.start(0);
    head.feed(10);
    now = 1;
    expect(head.position()).toBeCloseTo(1);
    head.correct(0.8);
    now = 1.1;
    expect(head.position()).toBeCloseTo(1);
    now = 1.3;
    expect(head.position()).toBeCloseTo(1.1);
    head.correct(2);
    expect(head.position()).toBeCloseTo(2);
    head.seek(1.5);
    expect(head.position()).toBe(1.5);
  });
});
