/**
 * The first article: it teaches by being read. Markdown; a command's name in braces is its keys, as the listener has them.
 */
export const welcome = {
  "welcome.article": `# Welcome to Lectern

Lectern reads the news to you. This is an article like any other: press {play}, and it is read aloud. Press {play} again, and it pauses in the middle of the sentence. Press it once more, and it goes on from there.

## Move about

{nextSentence} goes to the next sentence, and {previousSentence} to the one before. {nextParagraph} and {previousParagraph} go by paragraph. {nextSection} and {previousSection} go by section: try it now, and you will hear the next heading.

Lost? {whereAmI} says where you are: the section, the paragraph, and the minutes that are left. {repeat} says the last sentence again; press it twice for word by word, and three times for letter by letter. {explain} says what a short name stands for, if the article says it. And when a name sounds wrong, press {fixPronunciation}, write it as it sounds, and press Enter: from then on it is said your way.

## Your own pace

{faster} is faster, {slower} is slower. The change is heard at once. Some people listen at three times this speed; there is no hurry.

## Your own look

{largerText} makes the text larger, {smallerText} makes it smaller, and {resetText} puts it back. The text can grow to five times its size, and never needs to be moved from side to side. In the settings there are light and dark pages, sepia, and three with the strongest contrast. The sentence that you hear is marked, and so is the word.

## Beside a screen reader

If you use a screen reader, its own commands work here: headings are headings, and photos are photos. Pause Lectern, and the caret stands at the sentence that you heard last, so that your screen reader can go on from there. Move somewhere else with your screen reader, press {play}, and Lectern goes on from that place.

## Open an article

{open} opens a page by its address, or a file. {paste} takes the text that you have copied. Lectern keeps the article and leaves out what is not part of it: menus, adverts, buttons. It tells you what it left out. A photo is announced, and its caption is said once, even where a page has it twice.

Nothing that you read leaves this computer. {help} lists every key, and leads to more articles of help like this one. Now press {open}, and open the news.
`,
} as const;
