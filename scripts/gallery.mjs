// `npm run gallery [-- --view NAME --theme NAME --size 100|400|320x900 --lang en]`: pictures of every view and dialog in every theme, at
// 100 % and 400 %, in four languages, into `gallery/`; `gallery/index.html` shows them side by side. Each option may be given again, and a
// view's name may end with `*`.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { FOR_PICTURES, FOR_TESTS, hasDebian } from "./debian-packages.mjs";
import { ROOT, run, SetupError, setUp } from "./setup.mjs";
import { WORDS } from "./words.mjs";

const many = { type: "string", multiple: true, default: [] };

try {
  const { values } = parseArgs({ options: { view: many, theme: many, size: many, lang: many } });
  const runtime = await setUp({
    say: (line) => console.log(line),
    electron: true,
    debian: hasDebian() ? [...FOR_TESTS, ...FOR_PICTURES] : [],
  });
  const { code } = await run(
    process.execPath,
    [join(ROOT, "node_modules/vitest/vitest.mjs"), "run", "--config", "tests/vitest.config.ts", "--project", "gallery"],
    {
      env: {
        ...process.env,
        ...(runtime ? { ELECTRON_OVERRIDE_DIST_PATH: runtime.folder } : {}),
        LECTERN_GALLERY: JSON.stringify(values),
      },
    },
  );
  process.exitCode = code;
  if (code === 0) console.log(WORDS.gallery(join(ROOT, "gallery", "index.html")));
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  process.exitCode = 1;
}
