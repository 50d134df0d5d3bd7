import { useEffect, useState } from "react";
import { PODCAST_REACHES, type Podcast, toFailure } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { failureWords } from "../control/answers.ts";
import { Choice } from "./Choice.tsx";
import { useController, useWindowState } from "./context.ts";

/** The podcast of the editions: to whom it is offered, and its secret address. */
export function PodcastSection() {
  const { editions, say } = useController();
  const made = useWindowState((state) => state.editions?.filter((job) => job.state.kind === "made").length ?? 0);
  const [podcast, setPodcast] = useState<Podcast | null>(null);
  const [message, setMessage] = useState("");
  const tell = (sentence: string): void => {
    setMessage(sentence);
    say(sentence);
  };
  const change = (work: Promise<Podcast>, done: (changed: Podcast) => string): void => {
    work.then(
      (changed) => {
        setPodcast(changed);
        tell(done(changed));
      },
      (thrown: unknown) => tell(toFailure(thrown).code === "in-use" ? words("podcast.failed") : failureWords(toFailure(thrown).code)),
    );
  };
  // Anew with each one that is made.
  // biome-ignore lint/correctness/useExhaustiveDependencies: how many there are is known to the host, which is asked
  useEffect(() => {
    editions.podcast.podcast({}).then(setPodcast, () => setPodcast(null));
  }, [editions, made]);
  if (!podcast) return null;
  const { reach, addresses, folder, folders, episodes, failed } = podcast;
  return (
    <section aria-labelledby="podcast-title">
      <h3 id="podcast-title">{words("podcast.title")}</h3>
      <p className="hint">{words("podcast.about")}</p>
      <Choice
        id="podcast-reach"
        label="podcast.reach"
        values={PODCAST_REACHES}
        value={reach}
        name={(one) => words(`podcast.reach.${one}`)}
        onChoose={(chosen) =>
          change(editions.podcast.setPodcast({ reach: chosen }), () => words(chosen === "off" ? "podcast.offNow" : "podcast.on"))
        }
      />
      <Choice
        id="podcast-folder"
        label="edition.folder"
        values={["", ...folders]}
        value={folder ?? ""}
        name={(one) => (one === "" ? words("podcast.allFolders") : one)}
        onChoose={(chosen) =>
          change(editions.podcast.setPodcastFolder({ folder: chosen === "" ? null : chosen }), (changed) =>
            words("podcast.episodes", { count: changed.episodes }),
          )
        }
      />
      {failed && message === "" ? <p className="wrong">{words("podcast.failed")}</p> : null}
      {addresses.map((address, number) => (
        <p key={address}>
          <label htmlFor={`podcast-address-${number}`}>{words("podcast.address")}</label>
          <input
            id={`podcast-address-${number}`}
            type="text"
            dir="ltr"
            readOnly
            value={address}
            aria-describedby="podcast-episodes"
            onFocus={({ target }) => target.select()}
          />
        </p>
      ))}
      {addresses.length > 0 ? (
        <>
          <p id="podcast-episodes" className="hint">
            {words("podcast.episodes", { count: episodes })}
          </p>
          <p className="actions">
            <button
              type="button"
              className="button"
              onClick={() => change(editions.podcast.renewPodcast({}), () => words("podcast.renewed"))}
            >
              {words("podcast.renew")}
            </button>
          </p>
        </>
      ) : null}
      {message === "" ? null : <p>{message}</p>}
    </section>
  );
}
