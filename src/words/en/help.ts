/**
 * The help: articles that Lectern reads like any other. Markdown. A command's name in braces is its keys, as the listener has
 * them. The list of all keys is no text of ours: it is made of the commands.
 */
export const HELP = {
  start: `# Getting started

This is an article like any other. Press {play}, and it is read aloud; press it again, and it pauses. All of the help can be read in this way: you can find words in it with {find}, make it larger with {largerText}, and go from section to section with {nextSection}.

## Open the news

{open} opens a page by its address, or a file. {paste} takes the text that you copied elsewhere. Lectern keeps the article and leaves out menus, adverts and buttons. What was left out is listed under View, and can be put back.

## Move about

{nextSentence} is the next sentence and {previousSentence} the one before. {nextParagraph} and {previousParagraph} go by paragraph. {elements} lists headings, photos, quotations and links. {nextRegion} goes from one part of the window to the next: the buttons at the top, where you are, the sections, the article, the player.

## Where am I, and back

{whereAmI} says where you are. The line under the buttons at the top shows it too: the library, the list, the article and its section, and each of them is a way there. {back} goes back to where you were before, to the same sentence and the same button; {forward} goes forward again.

## Make it yours

{settings} opens the settings. Every change is heard or seen at once. There are sizes up to five times the usual, faces that are easier to read, spacing, colours, a reading ruler, and voices and their pace. A profile keeps all that under a name. All settings can be saved to a file and taken from one.
`,
  readers: `# Beside a screen reader

Lectern has three ways to speak, and one key or menu entry changes them. Its own voice can speak for everything. Or your screen reader speaks for the buttons and lists, and Lectern reads the articles. Or your screen reader reads everything and Lectern is silent.

## What was tested

With Orca 43 on Linux this was heard and measured: the reading goes on from the same sentence in both directions, and Orca is silent while Lectern reads. With NVDA, JAWS, Narrator, VoiceOver and other versions of Orca nobody has tested it yet. There we promise nothing; headings, lists, tables and landmarks are real ones, and should be found.

## Going on from the same sentence

When you pause or stop Lectern, the caret stands at the sentence that you heard last. Your screen reader can read on from there. Move somewhere else with it, press {play}, and Lectern goes on from that place. The cursor of some screen readers can't be seen by a page. There, press Enter on a sentence, or choose Play from here in its context menu.

## Braille

A braille display shows what your screen reader sends to it. In the settings, the caret can be made to follow the reading: then it goes from sentence to sentence while Lectern reads. It is off at first.

## Keys

None of Lectern's keys is a bare letter or digit, and none belongs to Orca, NVDA or JAWS as far as their lists say. If one is in your way, change it: Help, Change keys.
`,
  voices: `# Voices

## Which voices there are

Lectern brings voices for more than a hundred languages along, so it can always speak. It also speaks with the voices of your system where it finds them. More natural voices can be added under Listen, More voices; each says how much room it takes before it is fetched, and works without a network from then on.

## Choose one

In the settings, choose a language and then its voice, and press Hear this voice. A voice can be chosen for each language, and another for dialects. Headings, photos, captions and quotations can sound different.

## Pace and pauses

{faster} is faster and {slower} slower, while it reads. Half of the usual pace to eight times is possible. The pauses between sentences can be longer or shorter.

## When a name sounds wrong

Press {fixPronunciation} at the word, write it as it sounds, and press Enter. From then on it is said your way. The list of pronunciations can be saved, and taken from a file.
`,
  library: `# The library and the queue

## News that comes by itself

{library} opens the library, and closes it again. {subscribe} subscribes to a site: type its address, and Lectern looks for its feeds. {refresh} looks for news in all of them. Looking at a list marks nothing as read; only opening or listening does.

## In a list

The arrow keys go from row to row, Enter opens one and {playRow} plays it. Type the beginning of a title to go there. {starRow} stars a row, {markRow} marks it as read or unread, and the context menu has the rest. {undo} takes back what you did.

## The queue

{queueEnd} puts an article at the end of the queue, {queueNext} at its beginning. Play the queue from the Listen menu: when one article ends, the next one begins. {nextArticle} goes to the next one at once. You can also say how many minutes you have, and hear what fits. The bulletin reads headlines, and tells more of one when you press {more}.

## Find things again

{findLibrary} searches in all that is kept. {bookmark} puts a bookmark at a sentence, with a note if you like. Every article goes on where you left it.
`,
  offline: `# Without a network

Articles that you opened are kept with their text, and can be read without a network. So can the news that was fetched in full, and this help. Voices that are on this computer need no network.

## Make it ready

Under File, Make the list ready for offline fetches every article of the list that you look at, or of the queue. Choose it again to hear how far it is. Rows say kept offline when an article is there. Voices that came with Lectern need no network.

## Keep it ready

A feed, a folder and the queue can be kept ready for offline: open it in the library and choose Keep ready for offline, above its rows. Of a feed the newest unread articles are fetched in the background, with their photos. Rows say ready for offline when nothing is missing. {readyState} says how much is ready.

What is kept ready has room of its own on the disk; in the settings, under What is ready for offline, you choose how much. When it is full, the queue and the newest articles stay, and what was read and the oldest go first. When one of your voices is a neural one, which takes a while to speak, its sound is made ahead too, while nothing is read. Lectern does none of this on battery, nor on a line that costs by amount, unless you allow that in the settings under News.

## Pictures

In the settings, under News, choose when pictures are kept for later. A picture that is not kept is described by its caption.

## Take the news along

{takeAlong} makes a file of the article, the queue or a list, to listen to on a phone, in a car, or on a player for blind people. It is made while you go on reading. Under File, Editions says how far it is and where it lies; there it can be paused, and goes on also after Lectern was closed. When you come back, type the time that your player shows, and Lectern opens the article at that sentence.

Editions can also offer them as a podcast: to an app on this computer, or on a phone in your own network, while Lectern runs. It is off until you choose it, and whoever knows its secret address can listen.

## Expensive lines

Lectern waits with looking for news on a line that costs by the minute or by the size, and on battery, unless you allow it in the settings. When you are offline, the window says so at the top, and what is asked for waits until you try again.
`,
  trouble: `# When something goes wrong

Lectern says what went wrong, once, and what you can do next. What you were reading stays where it was.

## A page does not open

Try again first: the button is on the message. Some sites do not let programs read them, or show only a beginning. Then copy the text in your browser and press {paste}.

## Something is missing, or too much is read

The line at the end of an article tells what was left out. Put it back there. To leave something out, go to it and choose Leave out this passage under View; it can be left out on all pages of the site.

## There is no sound

Look whether the system's sound is on, and which device it uses. Lectern notices when a device comes back and goes on by itself. If the voice itself fails, choose another one in the settings.

## The keys do nothing

{describeKeys} says what a key does. If the screen reader takes a key, change it under Help, Change keys.

## Lectern does not start well

Start it with lectern --safe-mode, or choose Safe mode in the Help menu. It then runs with plain settings and its own voice, opens nothing by itself, and leaves all that you set as it was. It does so by itself when it stopped twice in a row while it started. Choose Leave safe mode at the top to go back.

## What is wrong, exactly

Diagnostics in the Help menu looks at voices, library, disk and sandbox, tries a voice, and shows the last crash and the log. It can be heard, and copied for somebody who helps you; nothing of what you read is in it.

## The library is damaged

Lectern looks at it when it starts. What is damaged is set aside, never deleted, and what can be read is taken over. Backups can be made and taken back in the settings, under Library.
`,
  privacy: `# Privacy

There is no account, and nothing is counted or reported. What you read, hear, search and set stays on this computer.

## When Lectern uses the network

It asks for the pages that you open, the feeds that you subscribed to, and the pictures in them, from the sites themselves. It fetches a voice when you ask for one. It looks for a newer Lectern when you say so, or once a day if you set that; the place is told nothing but that somebody asks. It asks nobody else, and no page's scripts are run.

## What is kept here

Articles, places, bookmarks and notes, settings and pronunciations are in one file in your own folder. A note that you speak is kept there too, and the microphone is only used while you record.

## Leave nothing behind

In the settings, under Library, you say how much room the library may take and how long read articles stay; a feed can have a time of its own, or stay for ever. A file of settings has no articles in it.
`,
  notices: `# What Lectern is made of

Lectern is free software: you may use, share and change it under the GNU General Public License, version 3 or later. Its text is the file LICENSE beside the program.

It is built on the work of others. This article names every part that is in it, with its licence; then the licences follow in full, each under the names of the parts that it is for. {elements} lists the headings.

## Electron

The window is Electron's, under the MIT licence. Electron brings Chromium, Node and FFmpeg along; their notices are in the file LICENSES.chromium.html beside the program.
`,
} as const satisfies Readonly<Record<string, string>>;

/** Names an article of the help. */
export type HelpName = keyof typeof HELP;

/** The help in a language. One that misses an article does not compile. */
export type Help = Readonly<Record<HelpName, string>>;
