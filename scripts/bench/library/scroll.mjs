// Scrolling through the longest list of the real window: how long a frame takes, and how long rows far away take until they say something.

/** Frames that are watched while the page moves on by a screen each, and jumps to places far apart. */
const FRAMES = 120;
const JUMPS = 12;

/** Opens the library and the list of all, and scrolls. Figures in milliseconds. */
export async function scrollLibrary(page) {
  await page.keyboard.press("Control+l");
  const all = page.locator("[data-view=library] nav").getByText("All", { exact: true }).first();
  await all.waitFor();
  const before = Date.now();
  await all.click();
  await page.locator("[data-rows] [data-row] .part-title").first().waitFor();
  const open = Date.now() - before;
  const figures = await page.evaluate(
    async ({ count, jumps }) => {
      const next = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const frames = [];
      await next();
      let last = performance.now();
      for (let n = 0; n < count; n += 1) {
        scrollBy({ top: innerHeight, behavior: "instant" });
        await next();
        const now = performance.now();
        frames.push(now - last);
        last = now;
      }
      // Rows that are seen and still say that they are on their way have no source yet.
      const filled = () => {
        const rows = [...document.querySelectorAll("[data-rows] [data-row]")].filter((row) => {
          const { top, bottom } = row.getBoundingClientRect();
          return bottom > 0 && top < innerHeight;
        });
        return rows.length > 0 && rows.every((row) => row.querySelectorAll("[class^=part-]").length > 1);
      };
      const fills = [];
      const height = document.documentElement.scrollHeight;
      for (let n = 1; n <= jumps; n += 1) {
        scrollTo({ top: (height * ((n * 5) % jumps)) / jumps, behavior: "instant" });
        const start = performance.now();
        do await next();
        while (!filled() && performance.now() - start < 10_000);
        fills.push(performance.now() - start);
      }
      return { frames, fills };
    },
    { count: FRAMES, jumps: JUMPS },
  );
  return { open, ...figures };
}
