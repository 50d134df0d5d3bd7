import type { VoiceId } from "./ids.ts";
import type { Voice } from "./speech.ts";

/** The engine that can give each of its voices another sound. */
const ENGINE = "espeak";

/** Sounds that eSpeak NG can give a voice, by its own names; those that a recogniser understands best first (measured). */
export const VARIANTS = ["klatt4", "klatt6", "m3", "Alex", "f3"] as const;
export type Variant = (typeof VARIANTS)[number];

const isVariant = (name: string): name is Variant => VARIANTS.some((variant) => variant === name);

/** A voice's id in its parts: the voice as such, and the sound that it has been given; null: its plain one. Null as a whole: no such id. */
export function variantOf(id: VoiceId): { readonly plain: VoiceId; readonly variant: Variant | null } | null {
  const [plain = "", variant = null, ...rest] = id.split("+");
  if (variant === null) return { plain: id, variant };
  return plain.startsWith(`${ENGINE}:`) && rest.length === 0 && isVariant(variant) ? { plain: plain as VoiceId, variant } : null;
}

/** The same voice with another sound; null: the plain one. */
export function withVariant(id: VoiceId, variant: Variant | null): VoiceId {
  const plain = variantOf(id)?.plain ?? id;
  return (variant === null ? plain : `${plain}+${variant}`) as VoiceId;
}

/** Voices that a recogniser loses too many words of, whatever their sound (decision 22). */
const ASIDE: ReadonlySet<string> = new Set(["espeak:en-029", "espeak:en-gb-x-gbcwmd"]);

/** Whether a voice is offered and taken without having been chosen. The others are there for whoever asks for them by their id. */
export const isOffered = ({ id }: Pick<Voice, "id">): boolean => !ASIDE.has(variantOf(id)?.plain ?? id);

/** Whether a voice can have several sounds. */
export const hasVariants = ({ engine }: Pick<Voice, "engine">): boolean => engine === ENGINE;

/**
 * The voice of an id: the listed one, or the listed one with the sound that the id names. Lists have each voice once, with the sound that is
 * understood best; whoever likes another keeps it. Null: there is none.
 */
export function voiceOf<V extends Voice>(voices: readonly V[], id: VoiceId | null): V | null {
  if (id === null) return null;
  const listed = voices.find((voice) => voice.id === id);
  if (listed) return listed;
  const plain = variantOf(id)?.plain;
  const other = plain === undefined ? undefined : voices.find((voice) => hasVariants(voice) && variantOf(voice.id)?.plain === plain);
  return other ? { ...other, id } : null;
}
