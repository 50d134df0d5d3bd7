import { useEffect, useMemo, useState } from "react";
import { EDITION_FORMATS, type EditionFormat, isOffered, toFailure, type VoiceId } from "../../model/index.ts";
import { interfaceLanguage, words } from "../../words/index.ts";
import { failureWords } from "../control/answers.ts";
import type { Picked, TakeFrom } from "../control/editions.ts";
import { rateWords } from "../control/preferences.ts";
import { RATES } from "../reading/rates.ts";
import { groupVoices } from "../reading/voices.ts";
import { Choice } from "./Choice.tsx";
import { useController, useWindowState } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";
import { Select } from "./Select.tsx";
import { useSources } from "./use-sources.ts";

/** The formats, what most people want first. */
const FORMATS: readonly EditionFormat[] = [
  ...(["mp3", "m4b", "epub", "daisy", "html", "opus"] as const),
  ...EDITION_FORMATS.filter((format) => !["mp3", "m4b", "epub", "daisy", "html", "opus"].includes(format)),
];

interface Source {
  readonly name: string;
  /** What its file is called. */
  readonly title: string;
  readonly from: TakeFrom;
}

/** What can be taken along: what is looked at first. */
function useTaken(): readonly Source[] {
  const { editions } = useController();
  const title = useWindowState((state) => state.reading?.article.title ?? null);
  const isArticle = useWindowState((state) => state.view === "article");
  const others = useSources();
  const date = useMemo(() => Date.now(), []);
  const list = useMemo(() => editions.listName(), [editions]);
  const named = (name: string): string => words("edition.name", { name, date });
  const article: readonly Source[] =
    title === null ? [] : [{ name: words("edition.article", { title }), title, from: { kind: "article" } }];
  const shown: readonly Source[] =
    list === null ? [] : [{ name: words("edition.list", { name: list }), title: named(list), from: { kind: "list" } }];
  return [...(isArticle ? article : shown), ...(isArticle ? shown : article), ...others.map((one) => ({ ...one, title: named(one.name) }))];
}

/** Makes a file to take along: of what, as what, read how, and where it goes. */
export function TakeAlongDialog() {
  const { editions, close, say } = useController();
  const sources = useTaken();
  const list = useWindowState((state) => state.voices);
  const usualRate = useWindowState((state) => state.settings.rate);
  const lang = useWindowState((state) => state.reading?.article.lang ?? interfaceLanguage());
  const [name, setName] = useState<string | null>(null);
  const [picked, setPicked] = useState<Picked | null>(null);
  const [wrong, setWrong] = useState("");
  const [format, setFormat] = useState<EditionFormat>("mp3");
  const [voice, setVoice] = useState<VoiceId | "">("");
  const [rate, setRate] = useState(usualRate);
  const [folder, setFolder] = useState("");
  const source = sources.find((one) => one.name === name) ?? sources[0];
  const key = JSON.stringify(source?.from);
  useEffect(() => {
    editions.last().then(
      (last) => {
        setFolder(last.folder);
        setFormat(last.format);
      },
      (thrown: unknown) => setWrong(failureWords(toFailure(thrown).code)),
    );
  }, [editions]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it comes from is known by its key, and is another object each time
  useEffect(() => {
    let isCurrent = true;
    setPicked(null);
    setWrong("");
    if (source)
      editions.pick(source.from).then(
        (found) => isCurrent && setPicked(found),
        (thrown: unknown) => isCurrent && setWrong(failureWords(toFailure(thrown).code)),
      );
    return () => {
      isCurrent = false;
    };
  }, [editions, key]);
  const voices = useMemo(() => groupVoices((list?.voices ?? []).filter(isOffered), lang)[0]?.voices ?? [], [list, lang]);
  const rates = RATES.includes(usualRate) ? RATES : [...RATES, usualRate].sort((one, other) => one - other);
  const hasSound = format !== "html";
  const make = async (file: string | null): Promise<void> => {
    if (!source || !picked) return;
    if (picked.picks.length === 0) {
      say(words("edition.nothing"));
      return;
    }
    const target = file === null ? ({ kind: "folder", folder } as const) : ({ kind: "file", file } as const);
    close();
    await editions.make({ picks: picked.picks, title: source.title, format, target, voice: voice === "" ? null : voice, rate });
  };
  const amount = !picked
    ? words("edition.looking")
    : picked.picks.length === 0
      ? words("edition.nothing")
      : words("edition.amount", { count: picked.picks.length, minutes: picked.minutes });
  return (
    <DialogFrame title={words("edition.title")}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void make(null);
        }}
      >
        <p className="setting long">
          <label htmlFor="take-what">{words("edition.what")}</label>
          <Select
            id="take-what"
            value={source?.name ?? ""}
            onChange={(event) => setName(event.target.value)}
            aria-describedby="take-amount"
            data-first=""
          >
            {sources.map((one) => (
              <option key={one.name} value={one.name}>
                {one.name}
              </option>
            ))}
          </Select>
        </p>
        <p id="take-amount" className="hint" role="status">
          {amount}
        </p>
        {wrong ? <p className="wrong">{wrong}</p> : null}
        <Choice
          id="take-format"
          label="edition.format"
          values={FORMATS}
          value={format}
          name={(one) => words(`edition.format.${one}`)}
          onChoose={setFormat}
        />
        {hasSound ? (
          <>
            <p className="setting">
              <label htmlFor="take-voice">{words("edition.voice")}</label>
              <Select
                id="take-voice"
                value={voice}
                onChange={(event) => setVoice(voices.find(({ id }) => id === event.target.value)?.id ?? "")}
              >
                <option value="">{words("edition.voiceSame")}</option>
                {voices.map((one) => (
                  <option key={one.id} value={one.id}>
                    {words("settings.voiceName", { name: one.name, lang: one.lang })}
                  </option>
                ))}
              </Select>
            </p>
            <Choice id="take-rate" label="edition.rate" values={rates} value={rate} name={rateWords} onChoose={setRate} />
          </>
        ) : null}
        <p className="setting path">
          {/* In one piece: said of two buttons, whose names would else be joined with a space before the colon. */}
          <span id="take-folder" className="for-screen-readers">
            {words("store.folder", { folder })}
          </span>
          <span aria-hidden="true">
            <span>{words("edition.folder")}</span>
            <bdi dir="ltr">{folder}</bdi>
          </span>
          <button
            type="button"
            className="button"
            aria-describedby="take-folder"
            onClick={() => void editions.chooseFolder(folder).then((chosen) => chosen !== null && setFolder(chosen))}
          >
            {words("edition.choose")}
          </button>
        </p>
        <p className="actions">
          <button type="submit" className="button strong" disabled={folder === ""} aria-describedby="take-folder">
            {words("edition.make")}
          </button>
          <button
            type="button"
            className="button"
            disabled={folder === ""}
            onClick={() =>
              void editions.chooseFile(folder, source?.title ?? "", format).then((file) => (file === null ? null : make(file)))
            }
          >
            {words("edition.saveAs")}
          </button>
        </p>
      </form>
    </DialogFrame>
  );
}
