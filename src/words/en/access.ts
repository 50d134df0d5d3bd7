/** Finding one's way: back and forward, where one is, settings as a file, and help. */
export const access = {
  "command.back": "Back to where you were",
  "command.forward": "Forward again",
  "trail.noneBack": "Nothing is further back.",
  "trail.noneForward": "Nothing is further forward.",
  "crumbs.label": "Where you are",
  "crumbs.search": "Search: {text}",
} as const;
