import { type ReactNode, useLayoutEffect, useRef } from "react";
import { seeAnswer } from "../page/see-answer.ts";

interface Props {
  /** What it tells of: of something else it is another answer. */
  readonly of: unknown;
  readonly className?: string;
  readonly children: ReactNode;
}

/** What came of a question, in a sentence: it is brought into view, and the focus stays where the question is. */
export function Answer({ of, className, children }: Props) {
  const sentence = useRef<HTMLParagraphElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is seen once for each answer
  useLayoutEffect(() => {
    if (sentence.current) seeAnswer(sentence.current);
  }, [of]);
  return (
    <p ref={sentence} className={className}>
      {children}
    </p>
  );
}
