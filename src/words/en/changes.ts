/** What is different in an article since it was opened before. */
export const changes = {
  "command.refetch": "Fetch this article again",
  "command.whatChanged": "What has changed",
  "command.nextChange": "Next change",
  "command.previousChange": "Previous change",
  "command.hearChanges": "Hear only what is new",

  "changes.summary": "Updated. {list}.",
  "changes.title": "another headline",
  "changes.texts": "{count, plural, one {one new paragraph} other {# new paragraphs}}",
  "changes.photos": "{count, plural, one {one new photo} other {# new photos}}",
  "changes.changed": "{count, plural, one {one passage changed} other {# passages changed}}",
  "changes.removed": "{count, plural, one {one passage removed} other {# passages removed}}",
  "changes.none": "Nothing has changed since you opened this article.",
  "changes.noneAfter": "There is no change after this.",
  "changes.noneBefore": "There is no change before this.",
  "changes.noPage": "This article came as a text. There is nothing to fetch.",
  "changes.at": "{number} of {count}, {kind, select, new {new} other {changed}}: {sentence}",
  "changes.new": "New",
  "changes.other": "Changed",
  "changes.heard": "That is all that is new.",
} as const;
