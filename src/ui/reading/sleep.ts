import { words } from "../../words/index.ts";

/** When the reading falls asleep: after so many minutes, at the end of the article or of the queue, or not. */
export const SLEEP_CHOICES = ["off", "article", "queue", 5, 10, 15, 20, 30, 45, 60, 90] as const;
export type SleepChoice = (typeof SLEEP_CHOICES)[number];

/** What the key steps through: fewer, so that it is quickly round. */
const STEPS: readonly SleepChoice[] = ["off", 15, 30, 45, 60, "article", "queue"];

/** What the key chooses next. */
export const nextSleep = (choice: SleepChoice): SleepChoice => STEPS[(STEPS.indexOf(choice) + 1) % STEPS.length] ?? "off";

/** A choice as a person reads it. */
export const sleepChoiceWords = (choice: SleepChoice): string =>
  typeof choice === "number" ? words("sleep.minutes", { minutes: choice }) : words(`sleep.${choice}`);

/** What is left, as an answer. @param left seconds @param queue minutes of the queue */
export const sleepLeftWords = (choice: SleepChoice, left: number, queue: number): string =>
  choice === "off"
    ? words("sleep.isOff")
    : choice === "article"
      ? words("sleep.atEnd")
      : choice === "queue"
        ? words("sleep.atQueueEnd", { minutes: queue })
        : words("sleep.left", { minutes: Math.ceil(left / 60) });
