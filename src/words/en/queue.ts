/** The queue, what fits into some minutes, and the bulletin. */
export const queue = {
  "command.playQueue": "Play the queue",
  "command.nextArticle": "Next article",
  "command.previousArticle": "Previous article",
  "command.queueLeft": "How long the queue is",
  "command.queueBack": "Put the last one heard back into the queue",
  "command.giveMinutes": "Give me … minutes",
  "command.bulletin": "Bulletin: headlines first",
  "command.more": "Bulletin: more of this one",

  "queue.empty": "The queue is empty.",
  "queue.left":
    "{minutes, plural, one {About # minute} other {About # minutes}} in the queue, {count, plural, one {# article} other {# articles}}.",
  "queue.noneAfter": "No article follows in the queue.",
  "queue.noneBefore": "No article comes before in the queue.",
  "queue.waiting": "Next: {title}. It is on its way.",
  "queue.lost": "{count, plural, one {Could not be opened: {title}.} other {# articles could not be opened.}}",
  "queue.end":
    "The end of the queue.{failed, plural, =0 {} one { # article could not be opened.} other { # articles could not be opened.}}{left, plural, =0 {} one { # article is still in it.} other { # articles are still in it.}}",
  "queue.back": "Back in the queue: {title}.",
  "queue.nothingBack": "Nothing of the queue was heard to its end yet.",
  "queue.place": "{n} of {total} in the queue",

  "queueHead.title": "About {minutes, plural, one {# minute} other {# minutes}} in the queue",
  "queueHead.empty": "Nothing is in the queue. Put articles into it from the other lists.",
  "queueHead.unknown": "The queue is being looked up …",
  "queueHead.faults":
    "{count, plural, one {# article could not be opened. It stays in the queue.} other {# articles could not be opened. They stay in the queue.}}",
  "queueHead.heard": "Heard to the end: {title}",
  "queueHead.back": "Put it back",

  "give.title": "Give me some minutes",
  "give.minutes": "How long",
  "give.hint": "For example 12, twenty-five minutes, or half an hour.",
  "give.from": "From",
  "give.queue": "The queue",
  "give.unread": "What is unread",
  "give.today": "Today",
  "give.folder": "Folder {name}",
  "give.feed": "{name}",
  "give.choose": "Choose",
  "give.again": "Choose other ones",
  "give.play": "Play",
  "give.wrong": "Type how many minutes, such as 12, or half an hour. At most a day.",
  "give.none": "Nothing fits into {minutes, plural, one {# minute} other {# minutes}}.",
  "give.nothingThere": "Nothing is there to choose from.",
  "give.plan":
    "{count, plural, one {# article} other {# articles}}, {minutes, plural, one {about # minute} other {about # minutes}}.{leads, plural, =0 {} one { Of # only the lead.} other { Of # only the leads.}}",
  "give.lead": "only the lead",
  "give.item": "{minutes, plural, one {# minute} other {# minutes}}",
  "give.failed": "The articles can’t be looked up. {message}",

  "bulletin.empty": "Nothing is unread, and the queue is empty.",
  "bulletin.none": "There is no bulletin. It is in the Listen menu.",
  "bulletin.all": "That is all of it.",
  "bulletin.last": "That was the last one.",
  "bulletin.first": "This is the first one.",
  "bulletin.end": "The end of the bulletin. {count, plural, one {# item} other {# items}}.",
  "bulletin.place": "Bulletin, {n} of {total}",

  "sleep.queue": "At the end of the queue",
  "sleep.atQueueEnd": "The reading stops at the end of the queue, in {minutes, plural, one {about # minute} other {about # minutes}}.",
} as const;
