import { words } from "../../words/index.ts";
import { useWindowState } from "./context.ts";

/** What keeps the library from being written to, as long as it does. */
export function DiskTrouble() {
  const disk = useWindowState((state) => state.disk);
  if (!disk) return null;
  return (
    <section className="problem disk" aria-labelledby="disk-title">
      <h2 id="disk-title">{words(`failure.${disk.trouble}`)}</h2>
      <p>{words(`failure.${disk.trouble}.next`)}</p>
      {/* A path is written from the left in every language. */}
      <p>{words("store.folder", { folder: `\u2066${disk.folder}\u2069` })}</p>
    </section>
  );
}
