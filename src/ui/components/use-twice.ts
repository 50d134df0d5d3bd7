import { useEffect, useState } from "react";
import { safeWords } from "../../words/index.ts";
import { failureWords } from "../control/answers.ts";
import { useController, useWindowState } from "./context.ts";

/** Whether a message stands in a panel of the page too, and was seen there: in a low window once is enough. */
export function useTwice(notice: string): boolean {
  const { safe } = useController();
  const panel = useWindowState(({ problem, disk }) => {
    if (notice === "") return null;
    if (problem && notice === failureWords(problem.failure.code)) return "problem-title";
    if (disk && notice === failureWords(disk.trouble)) return "disk-title";
    return safe !== "no" && notice === safeWords(safe) ? "safe-title" : null;
  });
  const [isTwice, setTwice] = useState(false);
  useEffect(() => {
    setTwice(false);
    const title = panel && document.getElementById(panel);
    if (!title) return;
    const seen = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setTwice(true);
    });
    seen.observe(title);
    return () => seen.disconnect();
  }, [panel]);
  return isTwice && panel !== null;
}
