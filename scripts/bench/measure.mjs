// What every section of the bench needs: medians, processes, tables.
import { readdirSync, readFileSync } from "node:fs";

/** The middle of some figures, NaN of none. */
export function median(figures) {
  const sorted = figures.filter((figure) => figure !== null).sort((a, b) => a - b);
  return sorted.length === 0 ? Number.NaN : (sorted[sorted.length >> 1] + sorted[(sorted.length - 1) >> 1]) / 2;
}

/** The ids of a process and all that it started. */
export function family(pid) {
  const parents = new Map();
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
    } catch {
      // It has ended.
    }
  }
  const found = [pid];
  for (const one of found) for (const [child, parent] of parents) if (parent === one) found.push(child);
  return found;
}

/** The memory of a process, MB: proportional set size, so that shared pages count once; 0 when it has ended. */
export function pss(pid) {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** The memory of a process and all that it started, MB. */
export const memory = (pid) => family(pid).reduce((sum, one) => sum + pss(one), 0);

export const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A line of a table: what, ours, the peer's, and how they compare. */
export function row(what, unit, ours, peer, compare) {
  const figure = (value) => (Number.isFinite(value) ? value.toFixed(value < 10 ? 2 : 0) : "–").padStart(8);
  const compared =
    compare === "ratio" ? `× ${(ours / peer).toFixed(2)}` : `${ours - peer >= 0 ? "+" : "−"} ${Math.abs(ours - peer).toFixed(0)} ${unit}`;
  console.log(`  ${what.padEnd(34)}${figure(ours)} ${unit.padEnd(3)}${figure(peer)} ${unit.padEnd(3)}  ${compared}`);
}
