import { randomBytes } from "node:crypto";
import { networkInterfaces } from "node:os";
import { dirname } from "node:path";
import type { PodcastReader } from "../../contract/index.ts";
import { type Episode, podcastFeed } from "../../export/index.ts";
import { type EditionSound, Failure, FILE_ENDS, type Podcast, type PodcastReach } from "../../model/index.ts";
import { interfaceLanguage, words } from "../../words/index.ts";
import type { EditionRecord } from "./job-records.ts";
import { type OfferedFile, type PodcastServer, servePodcast } from "./podcast-server.ts";

/** What is kept of the podcast. */
export interface PodcastRecord {
  readonly reach: PodcastReach;
  readonly secret: string;
  /** 0: none yet. Players remember it. */
  readonly port: number;
  /** Not said, or null: whatever folder they lie in. */
  readonly folder?: string | null;
}

/** What the podcast of the editions needs. */
export interface PodcastWorld {
  /** The editions that are made, the last first. */
  readonly made: () => Promise<readonly EditionRecord[]>;
  readonly kept: () => Promise<PodcastRecord | null>;
  readonly keep: (record: PodcastRecord) => Promise<void>;
  /** One line, without titles or addresses. */
  readonly log: (line: string) => void;
}

/** The podcast of the editions: off until somebody wishes it. */
export interface PodcastUses {
  readonly uses: PodcastReader;
  /** Offers it, where it was offered before. */
  begin(): void;
  end(): Promise<void>;
}

/** What players are told that a sound is (RFC 4337, RFC 7845, RFC 9639). */
const MEDIA_TYPES: Readonly<Record<EditionSound, string>> = {
  mp3: "audio/mpeg",
  m4b: "audio/mp4",
  opus: "audio/ogg",
  flac: "audio/flac",
  wav: "audio/wav",
};

/** The sound of an edition that a player can play; null: it is a book, or captions. */
const soundOf = ({ order: { format } }: EditionRecord): EditionSound | null =>
  Object.hasOwn(MEDIA_TYPES, format) ? (format as EditionSound) : null;

const nameOf = ({ id, order }: EditionRecord): string => `${id}.${FILE_ENDS[order.format]}`;

/** The addresses of this computer in its networks, IPv4: what people type. */
const ownAddresses = (): readonly string[] =>
  Object.values(networkInterfaces()).flatMap((addresses) =>
    (addresses ?? []).flatMap(({ family, internal, address }) => (family === "IPv4" && !internal ? [address] : [])),
  );

/** 128 bits: nobody guesses it. */
const newSecret = (): string => randomBytes(16).toString("hex");

/** Joins the podcast with what is made. */
export function createPodcast({ made, kept, keep, log }: PodcastWorld): PodcastUses {
  let record: PodcastRecord | null = null;
  let server: PodcastServer | null = null;
  let episodes: readonly EditionRecord[] = [];
  let folders: readonly string[] = [];
  /** One change after the other. */
  let changing: Promise<unknown> = Promise.resolve();

  const look = async (): Promise<void> => {
    const heard = (await made()).filter((one) => soundOf(one) !== null);
    const folder = (await known()).folder ?? null;
    folders = [...new Set([...(folder === null ? [] : [folder]), ...heard.map(({ file }) => dirname(file))])].toSorted();
    episodes = folder === null ? heard : heard.filter(({ file }) => dirname(file) === folder);
  };
  const file = async (name: string): Promise<OfferedFile | null> => {
    await look();
    const found = episodes.find((one) => nameOf(one) === name);
    const sound = found && soundOf(found);
    return found && sound ? { path: found.file, bytes: found.bytes, mediaType: MEDIA_TYPES[sound] } : null;
  };
  const feed = async (base: string): Promise<string> => {
    await look();
    const items = episodes.flatMap((one): readonly Episode[] => {
      const sound = soundOf(one);
      const { id, order, ended, bytes, seconds } = one;
      const address = `${base}/${nameOf(one)}`;
      return sound === null ? [] : [{ id, title: order.title, made: ended, bytes, seconds, mediaType: MEDIA_TYPES[sound], address }];
    });
    return podcastFeed({ title: words("podcast.name"), address: `${base}/feed.xml`, lang: interfaceLanguage() }, items);
  };
  const stop = async (): Promise<void> => {
    const old = server;
    server = null;
    await old?.close();
  };
  /** Makes the server what the record says. */
  const apply = async (wanted: PodcastRecord): Promise<void> => {
    await stop();
    record = wanted;
    if (wanted.reach === "off") return;
    const { secret } = wanted;
    server = await servePodcast({ secret, feed, file }, wanted.reach === "network", wanted.port);
    if (server.port !== wanted.port) {
      record = { ...wanted, port: server.port };
      await keep(record);
    }
  };
  const known = async (): Promise<PodcastRecord> => {
    record ??= (await kept()) ?? { reach: "off", secret: newSecret(), port: 0 };
    return record;
  };
  const state = async (): Promise<Podcast> => {
    const { reach, secret, folder = null } = await known();
    await look();
    const hosts = reach === "network" ? [...ownAddresses(), "127.0.0.1"] : ["127.0.0.1"];
    const addresses = server ? hosts.map((host) => `http://${host}:${server?.port}/${secret}/feed.xml`) : [];
    return { reach, addresses, folder, folders, episodes: episodes.length, failed: reach !== "off" && server === null };
  };
  const change = (to: (before: PodcastRecord) => PodcastRecord): Promise<Podcast> => {
    const changed = changing.then(async () => {
      const wanted = to(await known());
      await keep(wanted);
      await apply(wanted).catch((thrown: unknown) => {
        log(`The podcast can't be offered: ${(thrown as NodeJS.ErrnoException).code ?? String(thrown)}`);
        throw new Failure("in-use", "The podcast can't be offered here. Try again.", { cause: thrown });
      });
      return state();
    });
    changing = changed.catch(() => {});
    return changed;
  };
  return {
    uses: {
      podcast: state,
      setPodcast: ({ reach }) => change((before) => ({ ...before, reach })),
      setPodcastFolder: ({ folder }) => change((before) => ({ ...before, folder })),
      renewPodcast: () => change((before) => ({ ...before, secret: newSecret() })),
    },
    begin() {
      void kept().then(async (before) => {
        // That it is not there is shown where it is set.
        if (before && before.reach !== "off") await change((now) => now).catch(() => {});
      });
    },
    async end() {
      await changing;
      await stop();
    },
  };
}
