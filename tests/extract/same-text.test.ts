import { describe, expect, it } from "vitest";
import { compareTexts } from "../../src/extract/same-text.ts";

const LANDING = "Passengers wait at the Oldermark landing for the first ferry in eleven months";

describe("a description and a caption", () => {
  it.each([
    [LANDING, `${LANDING}.`, "same"],
    [`“${LANDING}”`, LANDING.toUpperCase(), "same"],
    ["Jon\u00a0Oram  at the helm", "Jon Oram at the helm", "same"],
    [LANDING, `${LANDING} (Photo: Ida Brandt / River Courier)`, "near"],
    [LANDING, `${LANDING}, March 4, 2024`, "near"],
    [`${LANDING}, March 4, 2024`, LANDING, "near"],
    ["The ferry", "The ferry (AP)", "near"],
    ["Jon Oram", "Jon Oram. Photo: Ida Brandt", "near"],
    ["Passengers wait at the landing", `In the rain, ${LANDING.replace(" Oldermark", "")}`, "near"],
    [LANDING, LANDING.replace("wait", "waited"), "near"],
    ["The ferry carries 18 cars across the river each hour", "The ferry carries 12 cars across the river each hour", "different"],
    ["The old bridge", "The new bridge", "different"],
    ["A white boat with a red funnel", "The ferry on its first trip", "different"],
    ["", "The ferry", "different"],
    ["", "", "different"],
    ["—", "…", "different"],
  ])("%j, %j: %s", (description, caption, likeness) => {
    const found = compareTexts(description, caption);
    expect(found).toBe(likeness);
  });
});
