import { InvalidArgumentError } from "commander";
import { RATE } from "../../model/index.ts";
import { words } from "../../words/index.ts";

/** The pace that an option says. @throws InvalidArgumentError, which commander tells */
export const rateOf = (text: string): number => {
  const rate = Number(text);
  if (!(rate >= RATE.lowest && rate <= RATE.highest)) throw new InvalidArgumentError(words("terminal.rate-range", { ...RATE }));
  return rate;
};
