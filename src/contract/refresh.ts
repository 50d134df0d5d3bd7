import type { BreakingNews, Line, NewsEvent, RefreshState } from "../model/index.ts";

/** What a window can ask of the news that comes by itself. */
export interface RefreshReader {
  /** Begins a round of asking for news; one that runs is joined. Comes back at once: `watchNews` tells how far it is. */
  startRefresh(input: { readonly all: boolean }, signal?: AbortSignal): Promise<{ readonly joined: boolean }>;
  /** Ends the round that runs, with what it has. False: none does. */
  stopRefresh(input: Record<never, never>, signal?: AbortSignal): Promise<{ readonly stopped: boolean }>;
  refreshState(input: Record<never, never>, signal?: AbortSignal): Promise<RefreshState>;
  /** What happens to the news from now on; never ends by itself. Begins with the state, also after a lost connection. */
  watchNews(input: Record<never, never>, signal?: AbortSignal): AsyncIterable<NewsEvent>;
  /** What was breaking news, the last first. */
  breakingNews(input: { readonly limit: number }, signal?: AbortSignal): Promise<readonly BreakingNews[]>;
  /** What a page knows of the line: no round begins by itself where there is none. */
  tellLine(input: Line, signal?: AbortSignal): Promise<void>;
}
