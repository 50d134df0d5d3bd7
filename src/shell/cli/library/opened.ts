import type { Opened, Reader } from "../../../contract/index.ts";
import type { ItemId } from "../../../model/index.ts";

/** What an item has, as `openKept`, for whoever does not hear it now: nothing of it is marked. */
export const glanceAtKept = (reader: Reader, item: ItemId, signal: AbortSignal): Promise<Opened> =>
  reader.prepareItem({ item, network: true }, signal);

/** Opens an item to be heard: as it is kept, so that it needs no network, else from its page. Marks it as read, and as the last opened. */
export async function openKept(reader: Reader, item: ItemId, signal: AbortSignal): Promise<Opened> {
  const { article } = await glanceAtKept(reader, item, signal);
  await reader.markItems({ items: [item], read: true });
  return reader.recall({ article: article.id });
}
