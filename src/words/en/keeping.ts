/** What is said of the library as a whole: what was rescued, room, backups. */
export const keeping = {
  "rescue.articles": "{kept, plural, one {# article} other {# articles}}",
  "rescue.articles.some": "{kept, number} of {all, plural, one {# article} other {# articles}}",
  "rescue.feeds": "{kept, plural, one {# subscription} other {# subscriptions}}",
  "rescue.feeds.some": "{kept, number} of {all, plural, one {# subscription} other {# subscriptions}}",
  "rescue.items": "{kept, plural, one {# item of news} other {# items of news}}",
  "rescue.items.some": "{kept, number} of {all, plural, one {# item of news} other {# items of news}}",
  "rescue.entries": "{kept, plural, one {# pronunciation} other {# pronunciations}}",
  "rescue.entries.some": "{kept, number} of {all, plural, one {# pronunciation} other {# pronunciations}}",
  "rescue.settings": "all settings",
  "rescue.settings.some": "some settings",
  "rescue.told": "Your library was damaged. Lectern rescued {list}. The damaged file is kept as {file}.",
} as const;
