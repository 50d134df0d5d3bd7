import { expect, it } from "vitest";
import { createBackground } from "../../src/app/background.ts";
import { openLibrary } from "../../src/library/index.ts";

it("learns without a page that the line is back, and still knows what it costs", async () => {
  const library = await openLibrary(":memory:");
  const background = createBackground(library, () => "2026-03-02T08:00:00.000Z");
  background.tellLine({ online: false, metered: true });
  expect(background.hold()).toBe("offline");
  background.tellOnline(true);
  expect(background.hold()).toBe("metered");
  background.tellOnline(false);
  expect(background.hold()).toBe("offline");
  library.close();
});
