/** What is said of an article beside its own words. */
export const announcements = {
  "say.photo": "Photo.",
} as const;
