import { safeWords, words } from "../../words/index.ts";
import { useController } from "./context.ts";

/** Says that this is safe mode, as long as it is, with the way out. */
export function SafeModeLine() {
  const { safe, run } = useController();
  if (safe === "no") return null;
  return (
    <section className="problem disk" aria-labelledby="safe-title">
      <h2 id="safe-title">{words("safe.title")}</h2>
      <p>{safeWords(safe)}</p>
      <p className="actions">
        <button type="button" className="button" onClick={() => run("safeMode")}>
          {words("safe.leave")}
        </button>
      </p>
    </section>
  );
}
