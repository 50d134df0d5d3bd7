import { type Moment, type Script, type SpeechRequest, toFailure } from "../model/index.ts";
import { joinFrom, nextChange, type Point, type Segment, saidAt } from "./lane.ts";
import { cueAt, PLAIN, pauseAfter, requestAt } from "./manner.ts";
import type { Player, PlayerOptions } from "./player.ts";
import { initialState, isSameMoment, momentOf, type PlayerState } from "./player-state.ts";
import { wantedPoints } from "./prefetch.ts";
import { createSpeechStore } from "./speech-store.ts";
import { type PlayerEvent, step } from "./step.ts";
import { answering } from "./watchdog.ts";

/** The waits before an engine that failed is asked again, seconds: a host process is back within 2 s. */
const WAITS = [0.15, 0.5, 1.2];
/** How far behind what the sink can't take back speech is exchanged, seconds: eSpeak NG's first sound is there after 0.04 s, also on a busy machine (measured). */
const EXCHANGE_AHEAD = 0.08;
/** An exchange that is this near to what the sink can't take back is too late, seconds: the order takes its time to arrive. */
const TOO_LATE = 0.01;
/** The longest stretch that is given to the sink at once, seconds: so that "a few seconds are queued" holds for engines that give whole sentences. */
const LONGEST_WRITE = 0.5;
/** The shortest time after which the ear is looked at again, seconds: finer than can be seen. */
const LOOK_AGAIN = 0.004;
/** After this many seconds in which nothing was heard that should have been, the sink is asked whether it lives. */
const STALLED = 2;
/** An engine that was silent for so long never answers, seconds: engines have shorter watches of their own, this is for a host that stands. */
const PATIENCE = 30;
/** So much of what may be loaded next is made ready: a silence, what is announced and a headline, or the first sentences. */
const READY_UTTERANCES = 4;
/** Hz, of the silence after an utterance without speech. */
const SILENT_RATE = 22_050;

/** Makes a player, idle. */
export function createPlayer(options: PlayerOptions): Player {
  const { sink, clock } = options;
  const store = createSpeechStore(answering(options.speak, clock, options.patience ?? PATIENCE));
  const listeners = new Set<(moment: Moment) => void>();
  let voiceFor = options.voiceFor;
  let manner = options.manner ?? PLAIN;
  let state = initialState(options.rate);
  let comingNext: Script | null = null;
  let told: Moment = { state: "idle" };
  let closed = false;
  /** What the world was last told, so that it is told differences only. */
  let cuts = 0;
  let sounds: boolean | null = null;
  /** Who lays speech since the last cut, and what is read for it. */
  let feeding: { request: SpeechRequest | null } | null = null;
  let exchanging: { readonly voicing: number; readonly request: SpeechRequest } | null = null;
  let wantedFor: readonly unknown[] = [undefined];
  /** Who waits for it to halt, and how often it had before. */
  let onHalt: { readonly halts: number; readonly halted: () => void } | null = null;
  let cancelLook = (): void => {};
  let looked = { heard: 0, at: 0 };

  const requestOf = (point: Point, script = state.script): SpeechRequest | null =>
    requestAt(script, point, { manner, voiceFor, rate: state.rate });

  /** As `requestOf`, for speech that nobody waits for yet: a missing voice is told when its turn comes. */
  const guessOf = (point: Point, script = state.script): SpeechRequest[] => {
    try {
      return [requestOf(point, script) ?? []].flat();
    } catch {
      return [];
    }
  };

  type Happening = PlayerEvent extends infer E ? (E extends unknown ? Omit<E, "heard"> : never) : never;
  let following = false;
  const happen = (event: Happening): void => {
    if (closed) return;
    state = step(state, { ...event, heard: sink.heard() } as PlayerEvent);
    if (following) return;
    following = true;
    try {
      for (let seen: PlayerState | null = null; seen !== state; ) {
        seen = state;
        follow();
      }
    } finally {
      following = false;
    }
    look();
    tell();
  };

  /** Makes the world follow the state. */
  const follow = (): void => {
    const shouldSound = state.sounding && state.phase !== "failed";
    if (!shouldSound && sounds !== false) sink.pause();
    if (cuts !== state.cut.count) {
      cuts = state.cut.count;
      feeding = null;
      exchanging = null;
      sink.cut(state.cut.at);
    }
    if (shouldSound && sounds !== true) sink.resume();
    sounds = shouldSound;
    want();
    if (state.phase === "reading" && state.sounding && state.next && !feeding) void feed();
    if (state.phase === "reading" && exchanging?.voicing !== state.voicing) void exchange();
  };

  /** Wants anew only where something has changed that it depends on: not with every word. */
  const want = (): void => {
    const { script, phase, point, next, voicing } = state;
    const now = [script, phase, point.utterance, next, voicing, feeding?.request, exchanging?.request, comingNext];
    if (now.every((value, n) => value === wantedFor[n])) return;
    wantedFor = now;
    const points = wantedPoints(
      state,
      (n) => guessOf({ utterance: n, offset: 0, time: 0 }).map((request) => store.seconds(request))[0] ?? null,
    );
    const urgent = [feeding?.request ?? [], exchanging?.request ?? []].flat();
    const coming = comingNext;
    const beginning = coming?.utterances
      .slice(0, READY_UTTERANCES)
      .flatMap((_, n) => guessOf({ utterance: n, offset: 0, time: 0 }, coming));
    store.want([...urgent, ...points.flatMap((one) => guessOf(one)), ...(beginning ?? [])]);
  };

  const pauseFor = (seconds: number): Promise<void> => new Promise((resolve) => void clock.after(seconds, resolve));

  /** Lays speech behind what lies in the sink, until all is laid or the next cut. */
  const feed = async (): Promise<void> => {
    const own: { request: SpeechRequest | null } = { request: null };
    feeding = own;
    const isStale = (): boolean => closed || feeding !== own;
    try {
      if (state.tries > 0) await pauseFor(WAITS[state.tries - 1] ?? 0);
      while (!isStale() && state.next) await layUtterance(state.next, own, isStale);
    } catch (thrown) {
      if (!isStale()) happen({ kind: "speechFailed", failure: toFailure(thrown) });
    }
    if (feeding === own && state.next === null) feeding = null;
  };

  const layUtterance = async (point: Point, own: { request: SpeechRequest | null }, isStale: () => boolean): Promise<void> => {
    const request = requestOf(point);
    own.request = request;
    const { voicing, rate } = state;
    let segment: Segment | null = null;
    let speechStart = 0;
    let sampleRate = SILENT_RATE;
    const lay = (samples: Float32Array, marks: Segment["marks"], isSpeech: boolean, hertz = sampleRate): Promise<void> => {
      const start = sink.written();
      const room = sink.write(samples, hertz);
      const end = sink.written();
      const known: Segment = segment ?? { ...point, base: point.time, voicing, rate, start, spoken: start, end, whole: false, marks: [] };
      segment = { ...known, end, spoken: isSpeech ? end : known.spoken, marks: [...known.marks, ...marks] };
      happen({ kind: "laid", segment });
      return room.catch((thrown) => {
        if (!isStale()) happen({ kind: "soundFailed", failure: toFailure(thrown) });
      });
    };
    const cue = request && cueAt(state.script, point, manner);
    if (cue) await lay(cue.samples, [], true, cue.sampleRate);
    if (isStale()) return;
    if (request) {
      for (let n = 0; ; n += 1) {
        const coming = store.chunk(request, n);
        const chunk = coming instanceof Promise ? await coming : coming;
        if (isStale()) return;
        if (!chunk) break;
        sampleRate = chunk.sampleRate;
        if (n === 0) speechStart = sink.written();
        let marks = chunk.marks.map((mark) => ({ at: speechStart + mark.time, offset: point.offset + mark.start }));
        const longest = Math.ceil(LONGEST_WRITE * sampleRate);
        for (let from = 0; from === 0 || from < chunk.samples.length; from += longest) {
          const isLast = from + longest >= chunk.samples.length;
          const until = sink.written() + longest / sampleRate;
          await lay(
            chunk.samples.subarray(from, from + longest),
            marks.filter((mark) => isLast || mark.at < until),
            true,
          );
          if (isStale()) return;
          marks = marks.filter((mark) => mark.at >= until);
        }
      }
    }
    const silence = Math.round(pauseAfter(state.script, point.utterance, manner, rate) * sampleRate);
    const room = silence > 0 ? lay(new Float32Array(silence), [], false) : null;
    const laid = segment as Segment | null;
    if (laid && !isStale()) happen({ kind: "laid", segment: { ...laid, whole: true } });
    if (!isStale()) happen({ kind: "said", utterance: point.utterance });
    await room;
  };

  /** Exchanges speech of an earlier rate or voice that lies in the sink, as soon as the new speech is there. */
  const exchange = async (): Promise<void> => {
    for (let ahead = EXCHANGE_AHEAD; ; ahead *= 2) {
      const join = joinFrom(state.lane, sink.settled() + ahead, state.voicing, state.rate);
      const request = join && guessOf(join.point)[0];
      if (!join || !request) {
        exchanging = null;
        return;
      }
      const own = { voicing: state.voicing, request };
      exchanging = own;
      want();
      try {
        const coming = store.chunk(request, 0);
        if (coming instanceof Promise) await coming;
      } catch {
        // The old speech goes on, this exchange is not tried again; a failure is told when the new speech is needed.
        return;
      }
      if (closed || exchanging !== own) return;
      if (state.voicing === own.voicing && sink.settled() + TOO_LATE <= join.at) {
        exchanging = null;
        happen({ kind: "join", join });
        return;
      }
    }
  };

  /** Looks at the ear again when the next word is due. */
  const look = (): void => {
    cancelLook();
    cancelLook = () => {};
    if (state.phase !== "reading" || !state.sounding) return;
    const heard = sink.heard();
    const next = nextChange(state.lane, heard);
    if (next === null) return;
    const said = state.halting === null ? null : saidAt(state.lane, state.halting);
    const change = said === null || said <= heard ? next : Math.min(next, said);
    const now = clock.now();
    if (heard !== looked.heard) looked = { heard, at: now };
    const stalled = now - looked.at;
    if (stalled > STALLED) {
      looked = { heard, at: now };
      sink.write(new Float32Array(0), SILENT_RATE).catch((thrown) => happen({ kind: "soundFailed", failure: toFailure(thrown) }));
    }
    // A sink that stands still is looked at ever more rarely.
    cancelLook = clock.after(Math.max(change - heard, LOOK_AGAIN, Math.min(stalled, STALLED / 4)), () => happen({ kind: "time" }));
  };

  const tell = (): void => {
    tellMoment();
    const waiting = onHalt;
    if (waiting === null || state.halting !== null) return;
    onHalt = null;
    if (state.halts > waiting.halts) waiting.halted();
  };

  const tellMoment = (): void => {
    const moment = momentOf(state, sink.heard());
    if (isSameMoment(moment, told)) return;
    told = moment;
    for (const listener of [...listeners]) listener(moment);
  };

  return {
    load: (script, utterance) => happen({ kind: "load", script, utterance }),
    extend: (script, from) => happen({ kind: "extend", script, from, exact: sink.settled() + TOO_LATE }),
    ready(script) {
      comingNext = script;
      happen({ kind: "time" });
    },
    play: () => happen({ kind: "play" }),
    playFrom: (utterance, offset = 0) => happen({ kind: "playFrom", utterance, offset }),
    pause: () => happen({ kind: "pause" }),
    stop: () => happen({ kind: "stop" }),
    skip: (unit, direction) => happen({ kind: "skip", unit, direction }),
    halt(halted) {
      onHalt = { halts: state.halts, halted };
      happen({ kind: "halt" });
    },
    repeat: () => happen({ kind: "repeat" }),
    setRate: (rate) => happen({ kind: "setRate", rate }),
    setVoices(chosen) {
      voiceFor = chosen;
      happen({ kind: "setVoices" });
    },
    setManner(chosen) {
      manner = chosen;
      happen({ kind: "setVoices" });
    },
    moment: () => momentOf(state, sink.heard()),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      if (closed) return;
      closed = true;
      cancelLook();
      listeners.clear();
      store.close();
      await sink.close();
    },
  };
}
