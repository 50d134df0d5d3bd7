import type { Help } from "../en/help.ts";

/** As `en/help.ts`, in German. */
export const HELP: Help = {
  start: `# Erste Schritte

Dies ist ein Artikel wie jeder andere. Mit {play} wird er vorgelesen; beim zweiten Mal pausiert das Vorlesen. So lässt sich die ganze Hilfe lesen: Mit {find} suchen Sie Wörter darin, mit {largerText} wird sie größer, und mit {nextSection} gehen Sie von Abschnitt zu Abschnitt.

## Die Nachrichten öffnen

{open} öffnet eine Seite mit ihrer Adresse oder eine Datei. {paste} nimmt den Text, den Sie anderswo kopiert haben. Lectern behält den Artikel und lässt Menüs, Werbung und Schaltflächen weg. Was weggelassen wurde, steht unter Ansicht und lässt sich zurückholen.

## Sich bewegen

{nextSentence} geht zum nächsten Satz, {previousSentence} zum vorigen. {nextParagraph} und {previousParagraph} gehen absatzweise. {elements} listet Überschriften, Fotos, Zitate und Links auf. {nextRegion} geht von einem Teil des Fensters zum nächsten: zu den Schaltflächen oben, zu „Wo Sie sind“, zu den Abschnitten, zum Artikel, zur Wiedergabe.

## Wo bin ich, und wie komme ich zurück

{whereAmI} sagt, wo Sie sind. Die Zeile unter den Schaltflächen oben zeigt es auch: die Bibliothek, die Liste, den Artikel und seinen Abschnitt, und jedes davon führt dorthin. {back} geht dahin zurück, wo Sie vorher waren, zum selben Satz und zur selben Schaltfläche; {forward} geht wieder vorwärts.

## Wie es Ihnen gefällt

{settings} öffnet die Einstellungen. Jede Änderung ist sofort zu hören oder zu sehen. Es gibt Größen bis zum Fünffachen der üblichen, Schriftarten, die leichter zu lesen sind, Abstände, Farben, ein Leselineal und Stimmen mit ihrem Tempo. Ein Profil speichert all das unter einem Namen. Alle Einstellungen lassen sich in einer Datei sichern und aus einer Datei übernehmen.
`,
  readers: `# Neben einem Screenreader

Wer spricht, lässt sich auf drei Arten einstellen, und eine Taste oder ein Menüeintrag ändert es. Lecterns eigene Stimme kann für alles sprechen. Oder Ihr Screenreader spricht für Schaltflächen und Listen, und Lectern liest die Artikel vor. Oder Ihr Screenreader liest alles, und Lectern schweigt.

## Was erprobt ist

Mit Orca 43 unter Linux wurde das gehört und gemessen: Das Lesen geht in beiden Richtungen beim selben Satz weiter, und Orca schweigt, während Lectern liest. Mit NVDA, JAWS, Narrator, VoiceOver und anderen Versionen von Orca hat es noch niemand erprobt. Dafür versprechen wir nichts; Überschriften, Listen, Tabellen und Sprungmarken sind aber echt und müssten zu finden sein.

## Beim selben Satz weiterlesen

Bei Pause oder Anhalten steht der Textcursor an dem Satz, den Sie zuletzt gehört haben. Ihr Screenreader kann dort weiterlesen. Gehen Sie mit ihm an eine andere Stelle: Mit {play} liest Lectern von dort weiter. Den Cursor mancher Screenreader kann eine Seite nicht sehen. In diesem Fall drücken Sie auf einem Satz die Eingabetaste, oder Sie wählen in seinem Kontextmenü „Ab hier vorlesen“.

## Braille

Eine Braillezeile zeigt, was Ihr Screenreader ihr sendet. In den Einstellungen lässt sich wählen, dass der Textcursor dem Vorlesen folgt: Dann geht er von Satz zu Satz, während Lectern liest. Am Anfang ist das aus.

## Tasten

Keine von Lecterns Tasten ist ein bloßer Buchstabe oder eine bloße Ziffer, und keine gehört zu Orca, NVDA oder JAWS, soweit deren Listen es sagen. Ist Ihnen eine im Weg, ändern Sie sie: Hilfe, Tasten ändern.
`,
  voices: `# Stimmen

## Welche Stimmen es gibt

Lectern bringt Stimmen für mehr als hundert Sprachen mit und kann deshalb immer sprechen. Es spricht auch mit den Stimmen Ihres Systems, wo es sie findet. Natürlichere Stimmen lassen sich unter Hören, Weitere Stimmen hinzufügen; bei jeder steht vor dem Herunterladen, wie viel Platz sie braucht, und danach kommt sie ohne Netz aus.

## Eine Stimme wählen

Wählen Sie in den Einstellungen eine Sprache und dann ihre Stimme, und drücken Sie auf „Diese Stimme anhören“. Für jede Sprache lässt sich eine Stimme wählen, und für Sprachvarianten eine andere. Überschriften, Fotos, Bildunterschriften und Zitate können anders klingen.

## Tempo und Pausen

{faster} ist schneller und {slower} langsamer, während gelesen wird. Möglich ist alles von der Hälfte des üblichen Tempos bis zum Achtfachen. Die Pausen zwischen den Sätzen können länger oder kürzer sein.

## Wenn ein Name falsch klingt

Wenn Sie bei dem Wort sind, berichtigen Sie es mit {fixPronunciation}: Schreiben Sie es, wie es klingt, und drücken Sie die Eingabetaste. Von da an wird es so gesprochen, wie Sie es wollen. Die Liste der Aussprachen lässt sich speichern und aus einer Datei einlesen.
`,
  library: `# Die Bibliothek und die Warteschlange

## Nachrichten, die von selbst kommen

{library} öffnet die Bibliothek und schließt sie wieder. {subscribe} abonniert eine Website: Geben Sie ihre Adresse ein, und Lectern sucht ihre Feeds. {refresh} sucht in allen nach Neuem. Wenn Sie eine Liste ansehen, wird nichts als gelesen markiert; das geschieht nur beim Öffnen oder Hören.

## In einer Liste

Die Pfeiltasten gehen von Eintrag zu Eintrag, die Eingabetaste öffnet einen, und {playRow} liest ihn vor. Geben Sie den Anfang eines Titels ein, um dorthin zu kommen. {starRow} gibt einem Eintrag einen Stern, {markRow} markiert ihn als gelesen oder ungelesen, und das Übrige steht im Kontextmenü. {undo} nimmt zurück, was Sie getan haben.

## Die Warteschlange

{queueEnd} stellt einen Artikel ans Ende der Warteschlange, {queueNext} an ihren Anfang. Vorlesen lassen Sie die Warteschlange im Menü Hören: Wenn ein Artikel endet, beginnt der nächste. {nextArticle} geht sofort zum nächsten. Sie können auch sagen, wie viele Minuten Sie haben, und hören, was hineinpasst. Der Überblick liest Schlagzeilen vor, und mit {more} sagt er mehr zu einer davon.

## Etwas wiederfinden

{findLibrary} sucht in allem, was aufbewahrt ist. {bookmark} setzt ein Lesezeichen an einen Satz, auf Wunsch mit einer Notiz. Jeder Artikel geht dort weiter, wo Sie aufgehört haben.
`,
  offline: `# Ohne Netz

Artikel, die Sie geöffnet haben, werden mit ihrem Text aufbewahrt und sind ohne Netz lesbar. Das gilt auch für Nachrichten, die vollständig geholt wurden, und für diese Hilfe. Stimmen auf diesem Computer brauchen kein Netz.

## Bereitmachen

Unter Datei holt „Die Liste für unterwegs bereitmachen“ jeden Artikel der Liste, die Sie ansehen, oder der Warteschlange. Wählen Sie das noch einmal, um zu hören, wie weit es ist. Ein Eintrag sagt „offline verfügbar“, wenn sein Artikel da ist. Die Stimmen, die Lectern mitbringt, brauchen kein Netz.

## Bereithalten

Ein Feed, ein Ordner und die Warteschlange lassen sich für unterwegs bereithalten: Öffnen Sie sie in der Bibliothek, und wählen Sie über den Einträgen „Für unterwegs bereithalten“. Von einem Feed werden die neuesten ungelesenen Artikel im Hintergrund geholt, mit ihren Fotos. Ein Eintrag sagt „für unterwegs bereit“, wenn nichts fehlt. Wie viel bereit ist, hören Sie mit {readyState}.

Was bereitgehalten wird, hat eigenen Platz auf dem Datenträger; wie viel, wählen Sie in den Einstellungen unter „Was für unterwegs bereit ist“. Ist er voll, bleiben die Warteschlange und die neuesten Artikel, und zuerst gehen die gelesenen und die ältesten. Ist eine Ihrer Stimmen eine neuronale, die zum Sprechen eine Weile braucht, so wird auch ihr Ton im Voraus erstellt, während nichts vorgelesen wird. Nichts davon tut Lectern im Akkubetrieb oder über eine Verbindung, die nach Datenmenge bezahlt wird, es sei denn, Sie erlauben das in den Einstellungen unter Nachrichten.

## Bilder

In den Einstellungen wählen Sie unter Nachrichten, wann Bilder für später behalten werden. Was auf einem Bild ist, das nicht behalten wird, sagt seine Bildunterschrift.

## Die Nachrichten mitnehmen

{takeAlong} macht eine Datei aus dem Artikel, der Warteschlange oder einer Liste, zum Hören auf einem Telefon, im Auto oder auf einem Abspielgerät für Blinde. Sie wird erstellt, während Sie weiterlesen. Wie weit sie ist und wo sie liegt, erfahren Sie unter Datei, Ausgaben; dort lässt sie sich anhalten, und es geht auch weiter, nachdem Lectern geschlossen war. Wenn Sie zurückkommen, geben Sie die Zeit ein, die Ihr Gerät zeigt, und Lectern öffnet den Artikel bei diesem Satz.

Unter Ausgaben lassen sie sich auch als Podcast anbieten: einer App auf diesem Computer oder auf einem Telefon in Ihrem eigenen Netz, solange Lectern läuft. Das ist aus, bis Sie es wählen, und wer die geheime Adresse kennt, kann mithören.

## Teure Verbindungen

Über eine Verbindung, die nach Minuten oder nach Datenmenge bezahlt wird, und im Akkubetrieb wartet Lectern mit der Suche nach Neuem, es sei denn, Sie erlauben sie in den Einstellungen. Wenn Sie offline sind, sagt das Fenster es oben, und was Sie verlangen, wartet, bis Sie es noch einmal versuchen.
`,
  trouble: `# Wenn etwas schiefgeht

Lectern sagt einmal, was schiefgegangen ist und was Sie als Nächstes tun können. Was Sie gelesen haben, bleibt, wo es war.

## Eine Seite öffnet sich nicht

Versuchen Sie es zuerst noch einmal: Die Schaltfläche ist bei der Meldung. Manche Websites lassen sich von Programmen nicht lesen oder zeigen nur einen Anfang. Kopieren Sie dann den Text in Ihrem Browser, und fügen Sie ihn mit {paste} ein.

## Etwas fehlt, oder es wird zu viel gelesen

Die Zeile am Ende eines Artikels sagt, was weggelassen wurde. Dort holen Sie es zurück. Um etwas wegzulassen, gehen Sie hin, und wählen Sie unter Ansicht „Diese Stelle weglassen“; sie kann auch auf allen Seiten der Website weggelassen werden.

## Es ist nichts zu hören

Sehen Sie nach, ob der Ton des Systems an ist und welches Gerät er benutzt. Lectern merkt, wenn ein Gerät wiederkommt, und macht von selbst weiter. Versagt die Stimme selbst, wählen Sie in den Einstellungen eine andere.

## Die Tasten tun nichts

{describeKeys} sagt, was eine Taste tut. Nimmt der Screenreader eine Taste für sich, ändern Sie sie unter Hilfe, Tasten ändern.

## Lectern startet nicht richtig

Starten Sie es mit lectern --safe-mode, oder wählen Sie im Menü Hilfe „Sicheren Modus starten oder verlassen“. Es läuft dann mit schlichten Einstellungen und eigener Stimme, öffnet nichts von selbst und lässt alles, was Sie eingestellt haben, wie es war. Das tut es von selbst, wenn es zweimal nacheinander beim Start stehen geblieben ist. Um zurückzukehren, wählen Sie oben „Sicheren Modus verlassen“.

## Was genau nicht stimmt

Die Diagnose im Menü Hilfe prüft Stimmen, Bibliothek, Speicherplatz und Sandbox, probiert eine Stimme aus und zeigt den letzten Absturz und was zuletzt geschah. Man kann sie anhören, und man kann sie für jemanden kopieren, der Ihnen hilft; nichts von dem, was Sie lesen, steht darin.

## Die Bibliothek ist beschädigt

Lectern prüft sie beim Start. Was beschädigt ist, wird beiseitegelegt, nie gelöscht, und was lesbar ist, wird übernommen. Sicherungen machen Sie in den Einstellungen unter Bibliothek, und dort holen Sie sie auch zurück.
`,
  privacy: `# Privatsphäre

Es gibt kein Konto, und nichts wird gezählt oder gemeldet. Was Sie lesen, hören, suchen und einstellen, bleibt auf diesem Computer.

## Wann Lectern das Netz benutzt

Es holt die Seiten, die Sie öffnen, die Feeds, die Sie abonniert haben, und die Bilder darin, und zwar von den Websites selbst. Es lädt eine Stimme herunter, wenn Sie eine verlangen. Es sucht nach einer neueren Version, wenn Sie es sagen, oder einmal am Tag, wenn Sie das einstellen; dort erfährt man nichts, außer dass jemand fragt. Sonst fragt es niemanden, und keine Skripte der Seiten werden ausgeführt.

## Was hier aufbewahrt wird

Artikel, Stellen, Lesezeichen und Notizen, Einstellungen und Aussprachen sind in einer Datei in Ihrem eigenen Ordner. Auch eine gesprochene Notiz wird dort aufbewahrt, und das Mikrofon wird nur benutzt, während Sie aufnehmen.

## Nichts zurücklassen

In den Einstellungen sagen Sie unter Bibliothek, wie viel Platz die Bibliothek einnehmen darf und wie lange gelesene Artikel bleiben; ein Feed kann eine eigene Zeit haben oder für immer bleiben. In einer Datei mit Einstellungen sind keine Artikel.
`,
  notices: `# Woraus Lectern gemacht ist

Lectern ist freie Software: Sie dürfen es unter der GNU General Public License, Version 3 oder später, benutzen, weitergeben und ändern. Der Text der Lizenz ist die Datei LICENSE neben dem Programm.

Es baut auf der Arbeit anderer auf. Dieser Artikel nennt jeden Teil, der darin ist, mit seiner Lizenz; dann folgen die Lizenzen in voller Länge, jede unter den Namen der Teile, für die sie gilt. {elements} listet die Überschriften auf.

## Electron

Das Fenster ist von Electron, unter der MIT-Lizenz. Electron bringt Chromium, Node und FFmpeg mit; ihre Hinweise stehen in der Datei LICENSES.chromium.html neben dem Programm.
`,
};
