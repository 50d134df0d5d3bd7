export { decodeFeed } from "./decode-feed.ts";
export { findFeeds, usualFeeds } from "./find-feeds.ts";
export { plainText } from "./markup.ts";
export { readOpml, writeOpml } from "./opml.ts";
export { parseFeed } from "./parse-feed.ts";
export { groupStories, type StoryItem } from "./stories.ts";
