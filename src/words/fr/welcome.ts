/** Le premier article, en Markdown. Les noms entre accolades sont les touches des commandes. */
export const welcome = {
  "welcome.article": `# Bienvenue dans Lectern

Lectern vous lit les nouvelles. Ceci est un article comme les autres : appuyez sur {play}, et il est lu à voix haute. Appuyez de nouveau sur {play}, et la lecture s’arrête au milieu de la phrase. Encore une fois, et elle reprend au même endroit.

## Se déplacer

{nextSentence} va à la phrase suivante, et {previousSentence} à la précédente. {nextParagraph} et {previousParagraph} vont de paragraphe en paragraphe. {nextSection} et {previousSection} vont de section en section : essayez maintenant, et vous entendrez le prochain titre.

Perdu ? {whereAmI} dit où vous êtes : la section, le paragraphe et les minutes qui restent. {repeat} redit la dernière phrase ; deux fois de suite, mot à mot, et trois fois, lettre par lettre. {explain} dit ce que signifie un sigle, si l’article l’explique. Et quand un nom sonne mal, appuyez sur {fixPronunciation}, écrivez-le comme il se prononce, puis appuyez sur Entrée : dès lors, il sera dit à votre façon.

## À votre rythme

{faster} accélère, {slower} ralentit. Le changement s’entend aussitôt. Certains écoutent trois fois plus vite ; rien ne presse.

## À votre vue

{largerText} agrandit le texte, {smallerText} le réduit, et {resetText} rétablit la taille habituelle. Le texte peut devenir cinq fois plus grand, sans qu’il faille jamais le déplacer de côté. Dans les réglages, il y a des pages claires et sombres, sépia, et trois au contraste le plus fort. La phrase que vous entendez est marquée, et le mot aussi.

## Avec un lecteur d’écran

Si vous utilisez un lecteur d’écran, ses commandes fonctionnent ici : les titres sont des titres, et les photos des photos. Mettez Lectern en pause, et le curseur de texte se trouve sur la dernière phrase entendue : votre lecteur d’écran peut continuer de là. Allez ailleurs avec votre lecteur d’écran, appuyez sur {play}, et Lectern reprend à cet endroit.

## Ouvrir un article

{open} ouvre une page par son adresse, ou un fichier. {paste} prend le texte que vous avez copié. Lectern garde l’article et laisse de côté ce qui n’en fait pas partie : menus, publicités, boutons. Il vous dit ce qu’il a laissé de côté. Une photo est annoncée, et sa légende est dite une seule fois, même si la page l’a deux fois.

Rien de ce que vous lisez ne quitte cet ordinateur. {help} donne toutes les touches et mène à d’autres articles d’aide comme celui-ci. Maintenant, appuyez sur {open}, et ouvrez les nouvelles.
`,
} as const;
