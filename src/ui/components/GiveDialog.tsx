import { useState } from "react";
import { type ItemId, toFailure } from "../../model/index.ts";
import { joined, minutesIn, series, words } from "../../words/index.ts";
import { failureWords } from "../control/answers.ts";
import type { Offered } from "../control/giving.ts";
import { Answer } from "./Answer.tsx";
import { useController } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";
import { Select } from "./Select.tsx";
import { useSources } from "./use-sources.ts";

/** So many headlines are said of a plan; all of them are in its list. */
const MOST_SAID = 3;

/** What a plan comes to, in a sentence. */
const planWords = ({ items, minutes, any }: Offered, asked: number): string => {
  if (!any) return words("give.nothingThere");
  if (items.length === 0) return words("give.none", { minutes: asked });
  return words("give.plan", { count: items.length, minutes, leads: items.filter(({ part }) => part === "lead").length });
};

/** "Give me twelve minutes": how long and from where, what fits, and play. */
export function GiveDialog() {
  const { giving, say, close } = useController();
  const sources = useSources();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(0);
  const [offered, setOffered] = useState<Offered | null>(null);
  const [unwanted, setUnwanted] = useState<readonly ItemId[]>([]);
  const [message, setMessage] = useState("");
  const [wrong, setWrong] = useState(false);
  const offer = (without: readonly ItemId[]): void => {
    const minutes = minutesIn(text);
    const from = sources[chosen]?.from ?? { kind: "unread" };
    setWrong(minutes === null);
    setUnwanted(without);
    if (minutes === null) {
      setOffered(null);
      setMessage("");
      say(words("give.wrong"));
      return;
    }
    const tell = (sentence: string): void => {
      setMessage(sentence);
      say(sentence);
    };
    giving.offer(minutes, from, without).then(
      (found) => {
        setOffered(found.items.length > 0 ? found : null);
        const sentence = planWords(found, minutes);
        setMessage(sentence);
        say(joined([sentence, series(found.items.slice(0, MOST_SAID).map(({ item }) => item.title))]));
      },
      (thrown: unknown) => {
        setOffered(null);
        tell(words("give.failed", { message: failureWords(toFailure(thrown).code) }));
      },
    );
  };
  return (
    <DialogFrame title={words("give.title")}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          offer([]);
        }}
      >
        <label htmlFor="give-minutes">{words("give.minutes")}</label>
        <input
          id="give-minutes"
          type="text"
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setOffered(null);
            setMessage("");
          }}
          aria-invalid={wrong}
          aria-describedby={wrong ? "give-wrong" : "give-hint"}
          data-first=""
        />
        {wrong ? (
          <p id="give-wrong" className="wrong">
            {words("give.wrong")}
          </p>
        ) : null}
        <p id="give-hint" className="hint">
          {words("give.hint")}
        </p>
        <p className="setting">
          <label htmlFor="give-from">{words("give.from")}</label>
          <Select
            id="give-from"
            value={chosen}
            onChange={(event) => {
              setChosen(Number(event.target.value));
              setOffered(null);
              setMessage("");
            }}
          >
            {sources.map(({ name }, index) => (
              <option key={name} value={index}>
                {name}
              </option>
            ))}
          </Select>
        </p>
        <p className="actions">
          <button type="submit" className={offered ? "button" : "button strong"}>
            {words("give.choose")}
          </button>
        </p>
      </form>
      {message ? (
        <Answer of={offered} className="plan-total">
          {message}
        </Answer>
      ) : null}
      {offered ? (
        <>
          <ol className="plan">
            {offered.items.map(({ item, part, minutes }) => (
              <li key={item.id}>
                <span dir="auto">{item.title}</span>
                <small>
                  {[item.source, words("give.item", { minutes }), part === "lead" ? words("give.lead") : ""].filter(Boolean).join(" · ")}
                </small>
              </li>
            ))}
          </ol>
          <p className="actions">
            <button
              type="button"
              className="button strong"
              onClick={() => {
                close();
                void giving.play(offered);
              }}
            >
              {words("give.play")}
            </button>
            <button type="button" className="button" onClick={() => offer([...unwanted, ...offered.items.map(({ item }) => item.id)])}>
              {words("give.again")}
            </button>
          </p>
        </>
      ) : null}
    </DialogFrame>
  );
}
