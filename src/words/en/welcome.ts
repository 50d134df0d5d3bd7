/**
 * The first article: it teaches by being read. Markdown. Keys are named as on Linux and Windows.
 */
export const WELCOME = `# Welcome to Lectern

Lectern reads the news to you. This is an article like any other: press Control 2, and it is read aloud. Press Control 2 again, and it pauses in the middle of the sentence. Press it once more, and it goes on from there.

## Move about

Control 3 goes to the next sentence, and Control 1 to the one before. Alt with the right and left arrow goes by paragraph. Control Page Down and Control Page Up go by section: try it now, and you will hear the next heading.

Lost? Control I says where you are: the section, the paragraph, and the minutes that are left. Control 5 says the last sentence again; press it twice for word by word, and three times for letter by letter. Control 6 says what a short name stands for, if the article says it. And when a name sounds wrong, press Control 7, write it as it sounds, and press Enter: from then on it is said your way.

## Your own pace

Control Shift period is faster, Control Shift comma is slower. The change is heard at once. Some people listen at three times this speed; there is no hurry.

## Your own look

Control plus makes the text larger, Control minus makes it smaller, and Control 0 puts it back. The text can grow to five times its size, and never needs to be moved from side to side. Under View there are light and dark pages, sepia, and three with the strongest contrast. The sentence that you hear is marked, and so is the word.

## Beside a screen reader

If you use a screen reader, its own commands work here: headings are headings, and photos are photos. Pause Lectern, and the caret stands at the sentence that you heard last, so that your screen reader can go on from there. Move somewhere else with your screen reader, press Control 2, and Lectern goes on from that place.

## Open an article

Control O opens a page by its address, or a file. Control Shift V takes the text that you have copied. Lectern keeps the article and leaves out what is not part of it: menus, adverts, buttons. It tells you what it left out. A photo is announced, and its caption is said once, even where a page has it twice.

Nothing that you read leaves this computer. F1 lists every key, and leads to more articles of help like this one. Now press Control O, and open the news.
`;
