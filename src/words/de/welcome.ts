/** Der erste Artikel, Markdown. Namen in Klammern sind die Tasten der Befehle. */
export const welcome = {
  "welcome.article": `# Willkommen bei Lectern

Lectern liest Ihnen Nachrichten vor. Dies ist ein Artikel wie jeder andere: Drücken Sie {play}, und er wird vorgelesen. Drücken Sie noch einmal {play}, und das Vorlesen hält mitten im Satz an. Beim nächsten Mal geht es genau dort weiter.

## Sich bewegen

{nextSentence} geht zum nächsten Satz, {previousSentence} zum vorigen. {nextParagraph} und {previousParagraph} gehen absatzweise. {nextSection} und {previousSection} gehen von Abschnitt zu Abschnitt: Probieren Sie es gleich, dann hören Sie die nächste Überschrift.

Wo bin ich? {whereAmI} sagt es Ihnen: den Abschnitt, den Absatz und die Minuten, die noch bleiben. {repeat} wiederholt den letzten Satz; zweimal gedrückt Wort für Wort, dreimal Buchstabe für Buchstabe. {explain} sagt, wofür eine Abkürzung steht, wenn der Artikel es verrät. Und wenn ein Name falsch klingt, drücken Sie {fixPronunciation}, schreiben Sie ihn so, wie er klingt, und drücken Sie die Eingabetaste: Von da an wird er so gesprochen, wie Sie es wollen.

## Ihr eigenes Tempo

{faster} ist schneller, {slower} langsamer. Die Änderung ist sofort zu hören. Manche hören dreimal so schnell; es eilt nicht.

## Ihr eigenes Bild

{largerText} macht den Text größer, {smallerText} kleiner, und {resetText} stellt die übliche Größe wieder her. Der Text kann fünfmal so groß werden und muss nie seitwärts verschoben werden. In den Einstellungen gibt es helle und dunkle Seiten, Sepia und drei mit dem stärksten Kontrast. Der Satz, den Sie hören, ist markiert, und auch das Wort.

## Neben einem Screenreader

Wenn Sie einen Screenreader verwenden, gelten hier dessen Befehle: Überschriften sind Überschriften, und Fotos sind Fotos. Halten Sie Lectern an, dann steht der Textcursor am Satz, den Sie zuletzt gehört haben, und der Screenreader kann dort weiterlesen. Gehen Sie mit dem Screenreader an eine andere Stelle und drücken Sie {play}: Dann liest Lectern von dort weiter.

## Einen Artikel öffnen

{open} öffnet eine Seite mit ihrer Adresse oder eine Datei. {paste} nimmt den Text, den Sie kopiert haben. Lectern behält den Artikel und lässt weg, was nicht dazugehört: Menüs, Werbung, Schaltflächen. Es sagt Ihnen, was es weggelassen hat. Ein Foto wird angekündigt, und seine Bildunterschrift wird einmal gelesen, auch wenn sie auf der Seite zweimal steht.

Nichts von dem, was Sie lesen, verlässt diesen Computer. {help} nennt alle Tasten und führt zu weiteren Hilfe-Artikeln wie diesem. Drücken Sie nun {open}, und öffnen Sie die Nachrichten.
`,
} as const;
