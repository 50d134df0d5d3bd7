import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Chord, COMMAND_IDS } from "../../../src/contract/index.ts";
import { isOwnKeys, type OwnKeys } from "../../../src/model/index.ts";
import { assign, ownerOf, restore, unassign } from "../../../src/ui/control/own-keys.ts";
import { chordsOf, usualChords } from "../../../src/ui/keys.ts";

const CTRL_2: Chord = { mod: true, by: "code", key: "Digit2" };
const CTRL_J: Chord = { mod: true, by: "key", key: "j" };

describe("keys of the listener's own", () => {
  it("are taken from the command that has them, and leave it its others", () => {
    const own = assign("nextPhoto", CTRL_2, false, {});
    expect(chordsOf("nextPhoto", false, own)).toEqual([CTRL_2]);
    expect(chordsOf("play", false, own)).toEqual(usualChords("play", false).slice(1));
    expect(ownerOf(CTRL_2, false, own)).toBe("nextPhoto");
  });

  it("know a letter again by its place", () => {
    const own = assign("nextPhoto", CTRL_J, false, {});
    expect(ownerOf({ mod: true, by: "code", key: "KeyJ" }, false, own)).toBe("nextPhoto");
  });

  it("come back as they were at first", () => {
    const own = restore("play", false, assign("nextPhoto", CTRL_2, false, {}));
    expect(ownerOf(CTRL_2, false, own)).toBe("play");
    expect(chordsOf("nextPhoto", false, own)).toEqual([]);
  });

  it("never give one chord to two commands, whatever is done with them", () => {
    const command = fc.constantFrom(...COMMAND_IDS);
    const chord = fc.constantFrom<Chord>(
      CTRL_2,
      CTRL_J,
      { by: "key", key: "F9" },
      { by: "key", key: "F5" },
      { mod: true, by: "key", key: "o" },
      { mod: true, by: "code", key: "KeyO" },
    );
    const step = fc.oneof(
      fc.record({ kind: fc.constant("assign" as const), command, chord }),
      fc.record({ kind: fc.constant("unassign" as const), command }),
      fc.record({ kind: fc.constant("restore" as const), command }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.boolean(), (steps, mac) => {
        let own: OwnKeys = {};
        for (const one of steps) {
          if (one.kind === "assign") own = assign(one.command, one.chord, mac, own);
          else own = one.kind === "unassign" ? unassign(one.command, own) : restore(one.command, mac, own);
        }
        expect(isOwnKeys(own)).toBe(true);
        for (const wanted of [CTRL_2, CTRL_J, { by: "key", key: "F5" } as const]) {
          const owners = COMMAND_IDS.filter((id) => chordsOf(id, mac, own).some((has) => JSON.stringify(has) === JSON.stringify(wanted)));
          expect(owners.length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it("are believed only in their shape", () => {
    expect(isOwnKeys({ play: [CTRL_J] })).toBe(true);
    for (const value of [
      null,
      [],
      { play: "Ctrl+J" },
      { play: [{ key: "j" }] },
      { play: [{ by: "key", key: "j", mod: 1 }] },
      { "a b": [] },
    ])
      expect(isOwnKeys(value), JSON.stringify(value)).toBe(false);
  });
});
