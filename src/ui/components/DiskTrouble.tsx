import { leftToRight, words } from "../../words/index.ts";
import { useWindowState } from "./context.ts";

/** What keeps the library from being written to, as long as it does. */
export function DiskTrouble() {
  const disk = useWindowState((state) => state.disk);
  if (!disk) return null;
  return (
    <section className="problem disk" aria-labelledby="disk-title">
      <h2 id="disk-title">{words(`failure.${disk.trouble}`)}</h2>
      <p>{words(`failure.${disk.trouble}.next`)}</p>
      <p>{words("store.folder", { folder: leftToRight(disk.folder) })}</p>
    </section>
  );
}
