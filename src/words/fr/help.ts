import type { Help } from "../en/help.ts";

/** The help, in French: as `en/help.ts`. */
export const HELP: Help = {
  start: `# Premiers pas

Ceci est un article comme les autres. Appuyez sur {play}, et il est lu à voix haute ; appuyez de nouveau, et la lecture se met en pause. Toute l’aide peut se lire ainsi : {find} y recherche des mots, {largerText} l’agrandit, et {nextSection} va de section en section.

## Ouvrir les nouvelles

{open} ouvre une page par son adresse, ou un fichier. {paste} prend le texte que vous avez copié ailleurs. Lectern garde l’article et écarte les menus, les publicités et les boutons. Ce qui a été écarté se trouve dans le menu Affichage, et peut être remis.

## Se déplacer

{nextSentence} va à la phrase suivante, et {previousSentence} à la précédente. {nextParagraph} et {previousParagraph} vont de paragraphe en paragraphe. {elements} donne la liste des titres, des photos, des citations et des liens. {nextRegion} va d’une partie de la fenêtre à la suivante : les boutons du haut, la ligne qui dit où vous êtes, les sections, l’article, le lecteur.

## Où suis-je, et comment revenir

{whereAmI} dit où vous êtes. La ligne placée sous les boutons du haut le montre aussi : la bibliothèque, la liste, l’article et sa section, et chacun de ces noms y mène. {back} revient là où vous étiez avant, à la même phrase et au même bouton ; {forward} avance de nouveau.

## À votre goût

{settings} ouvre les réglages. Chaque changement s’entend ou se voit aussitôt. Il y a des tailles jusqu’à cinq fois la taille habituelle, des polices plus faciles à lire, l’espacement, les couleurs, une règle de lecture, et les voix et leur vitesse. Un profil garde tout cela sous un nom. Tous les réglages peuvent être enregistrés dans un fichier, et importés d’un fichier.
`,
  readers: `# Avec un lecteur d’écran

Lectern a trois façons de parler, et un raccourci ou une commande du menu permet d’en changer. Sa propre voix peut tout dire. Ou bien votre lecteur d’écran dit les boutons et les listes, et Lectern lit les articles. Ou bien votre lecteur d’écran lit tout, et Lectern se tait.

## Ce qui a été essayé

Avec Orca 43 sous Linux, cela a été écouté et mesuré : la lecture reprend à la même phrase dans les deux sens, et Orca se tait pendant que Lectern lit. Avec NVDA, JAWS, le Narrateur, VoiceOver et d’autres versions d’Orca, personne n’a encore essayé. Là, nous ne promettons rien ; les titres, les listes, les tableaux et les points de repère en sont de vrais, et devraient être trouvés.

## Reprendre à la même phrase

Quand vous mettez Lectern en pause ou l’arrêtez, le curseur se trouve sur la dernière phrase entendue. Votre lecteur d’écran peut continuer de là. Allez ailleurs avec lui, appuyez sur {play}, et Lectern reprend à cet endroit. Une page ne peut pas voir le curseur de certains lecteurs d’écran. Dans ce cas, allez sur une phrase et appuyez sur Entrée, ou choisissez Écouter à partir d’ici dans son menu contextuel.

## Braille

Une plage braille montre ce que votre lecteur d’écran lui envoie. Dans les réglages, vous pouvez demander que le curseur suive la lecture : il va alors de phrase en phrase pendant que Lectern lit. Au départ, c’est désactivé.

## Raccourcis

Aucun raccourci de Lectern n’est une lettre seule ou un chiffre seul, et aucun n’appartient à Orca, NVDA ou JAWS, d’après leurs listes. Si l’un d’eux vous gêne, changez-le : Aide, Modifier les raccourcis.
`,
  voices: `# Voix

## Les voix disponibles

Lectern apporte des voix pour plus de cent langues, et peut donc toujours parler. Il parle aussi avec les voix de votre système, quand il en trouve. Des voix plus naturelles peuvent être ajoutées sous Écoute, Autres voix ; chacune dit, avant d’être téléchargée, combien de place elle prend, et fonctionne ensuite sans réseau.

## En choisir une

Dans les réglages, choisissez une langue, puis sa voix, et appuyez sur Écouter cette voix. On peut choisir une voix pour chaque langue, et une autre pour ses variantes. Les titres, les photos, les légendes et les citations peuvent se distinguer à l’oreille.

## Vitesse et pauses

Pendant la lecture, {faster} accélère et {slower} ralentit. On peut aller de la moitié de la vitesse habituelle à huit fois cette vitesse. Les pauses entre les phrases peuvent être plus longues ou plus courtes.

## Quand un nom sonne mal

Sur le mot, appuyez sur {fixPronunciation}, écrivez-le comme il se prononce, puis appuyez sur Entrée. Dès lors, il sera dit à votre façon. La liste des prononciations peut être enregistrée, et importée d’un fichier.
`,
  library: `# La bibliothèque et la file d’attente

## Des actualités qui viennent toutes seules

{library} ouvre la bibliothèque, et la referme. {subscribe} vous abonne à un site : saisissez son adresse, et Lectern cherche ses flux. {refresh} cherche les nouveautés dans tous les flux. Regarder une liste ne marque rien comme lu ; seule l’ouverture ou l’écoute le fait.

## Dans une liste

Les touches fléchées vont d’article en article, Entrée en ouvre un, et {playRow} en lance l’écoute. Saisissez le début d’un titre pour y aller. {starRow} ajoute un article aux favoris, {markRow} le marque comme lu ou non lu, et le menu contextuel propose le reste. {undo} annule ce que vous avez fait.

## La file d’attente

{queueEnd} met un article à la fin de la file d’attente, et {queueNext} au début. Écoutez la file d’attente depuis le menu Écoute : quand un article se termine, le suivant commence. {nextArticle} passe aussitôt au suivant. Vous pouvez aussi dire combien de minutes vous avez, et écouter ce qui y tient. Le bulletin lit les titres, et en dit plus sur l’un d’eux quand vous appuyez sur {more}.

## Retrouver les choses

{findLibrary} recherche dans tout ce qui est gardé. {bookmark} pose un signet sur une phrase, avec une note si vous le voulez. Chaque article reprend là où vous l’avez laissé.
`,
  offline: `# Sans réseau

Les articles que vous avez ouverts sont gardés avec leur texte, et peuvent être lus sans réseau. C’est aussi le cas des actualités récupérées en entier, et de cette aide. Les voix qui sont sur cet ordinateur n’ont pas besoin de réseau.

## Préparer la lecture

Sous Fichier, Préparer la liste pour être lue hors ligne récupère tous les articles de la liste que vous regardez, ou de la file d’attente. Choisissez-le de nouveau pour entendre où cela en est. La liste dit disponible hors connexion quand un article est là. Les voix fournies avec Lectern n’ont pas besoin de réseau.

## Garder prêt

Un flux, un dossier et la file d’attente peuvent être gardés prêts hors ligne : ouvrez-en un dans la bibliothèque et choisissez Garder prêt hors ligne, au-dessus de ses articles. D’un flux, les articles non lus les plus récents sont récupérés en arrière-plan, avec leurs photos. La liste dit prêt hors ligne quand il ne manque rien à un article. Avec {readyState}, vous apprenez combien d’articles sont prêts.

Ce qui est gardé prêt a sa propre place sur le disque ; dans les réglages, sous Ce qui est prêt hors ligne, vous choisissez combien. Quand elle est pleine, la file d’attente et les articles les plus récents restent ; ce qui a été lu et ce qui est le plus ancien partent en premier. Quand l’une de vos voix est une voix neuronale, qui met un moment à parler, le son de cette voix est lui aussi préparé d’avance, pendant que rien n’est lu. Lectern ne fait rien de tout cela sur batterie, ni avec une connexion aux données limitées, sauf si vous le permettez dans les réglages, sous Actualités.

## Images

Dans les réglages, sous Actualités, choisissez quand les images sont gardées pour plus tard. Une image qui n’est pas gardée est décrite par sa légende.

## Emporter les actualités

{takeAlong} crée un fichier avec l’article, la file d’attente ou une liste, à écouter sur un téléphone, en voiture ou sur un lecteur pour personnes aveugles. Le fichier se crée pendant que vous continuez à lire. Sous Fichier, Éditions dit où il en est et où il se trouve ; vous pouvez y mettre ce travail en pause, et il reprend même si Lectern a été fermé entre-temps. À votre retour, saisissez le temps que votre lecteur affiche, et Lectern ouvre l’article à cette phrase.

Dans Éditions, vous pouvez aussi proposer ces fichiers en podcast : à une appli sur cet ordinateur, ou sur un téléphone de votre propre réseau, tant que Lectern tourne. C’est désactivé jusqu’à ce que vous le choisissiez, et qui connaît l’adresse secrète peut écouter.

## Connexions coûteuses

Avec une connexion payée à la minute ou au volume, et sur batterie, Lectern attend pour chercher les nouveautés, sauf si vous le permettez dans les réglages. Quand vous êtes hors ligne, la fenêtre le dit en haut, et ce qui est demandé attend que vous réessayiez.
`,
  trouble: `# Quand quelque chose se passe mal

Lectern dit ce qui s’est mal passé, une seule fois, et ce que vous pouvez faire ensuite. Ce que vous lisiez reste à sa place.

## Une page ne s’ouvre pas

Réessayez d’abord : le bouton est dans le message. Certains sites ne se laissent pas lire par des programmes, ou ne montrent que le début. Dans ce cas, copiez le texte dans votre navigateur et appuyez sur {paste}.

## Il manque quelque chose, ou trop de choses sont lues

La ligne à la fin d’un article dit ce qui a été écarté. C’est là que vous pouvez le remettre. Pour écarter un passage, allez-y et choisissez Écarter ce passage sous Affichage ; il peut être écarté sur toutes les pages du site.

## Il n’y a pas de son

Vérifiez si le son du système est activé, et quel appareil il utilise. Lectern remarque quand un appareil revient, et reprend tout seul. Si c’est la voix elle-même qui ne marche plus, choisissez-en une autre dans les réglages.

## Les touches ne font rien

{describeKeys} dit ce que fait une touche. Si le lecteur d’écran garde la touche pour lui, changez-la sous Aide, Modifier les raccourcis.

## Lectern démarre mal

Lancez-le avec lectern --safe-mode, ou choisissez Passer en mode sans échec dans le menu Aide. Il fonctionne alors avec des réglages simples et sa propre voix, n’ouvre rien de lui-même, et laisse tel quel tout ce que vous avez réglé. Il le fait de lui-même quand il s’est arrêté deux fois de suite au démarrage. Pour revenir, choisissez Quitter le mode sans échec, en haut.

## Ce qui ne va pas, exactement

Diagnostic, dans le menu Aide, examine les voix, la bibliothèque, le disque et le bac à sable, essaie une voix, et montre le dernier plantage et le journal. On peut l’écouter, et le copier pour une personne qui vous aide ; rien de ce que vous lisez n’y figure.

## La bibliothèque est endommagée

Lectern l’examine au démarrage. Ce qui est endommagé est mis de côté, jamais supprimé, et ce qui peut être lu est repris. Dans les réglages, sous Bibliothèque, vous pouvez faire des sauvegardes et les restaurer.
`,
  privacy: `# Vie privée

Il n’y a pas de compte, et rien n’est mesuré ni transmis. Ce que vous lisez, écoutez, recherchez et réglez reste sur cet ordinateur.

## Quand Lectern utilise le réseau

Il demande les pages que vous ouvrez, les flux de vos abonnements et les images qui s’y trouvent, et les demande aux sites eux-mêmes. Il télécharge une voix quand vous en demandez une. Il cherche une version plus récente quand vous le dites, ou une fois par jour si vous l’avez réglé ainsi ; la source n’apprend rien, sinon que quelqu’un demande. Il ne demande rien à personne d’autre, et aucun script des pages n’est exécuté.

## Ce qui est gardé ici

Les articles, les positions, les signets et les notes, les réglages et les prononciations sont dans un seul fichier, dans votre propre dossier. Une note vocale y est gardée aussi, et le micro ne sert que pendant que vous enregistrez.

## Ne rien laisser derrière soi

Dans les réglages, sous Bibliothèque, vous dites combien de place la bibliothèque peut prendre et combien de temps les articles lus restent ; un flux peut avoir sa propre durée, ou rester pour toujours. Un fichier de réglages ne contient pas d’articles.
`,
  notices: `# De quoi Lectern est fait

Lectern est un logiciel libre : vous pouvez l’utiliser, le partager et le modifier selon la Licence publique générale GNU, version 3 ou ultérieure. Son texte est le fichier LICENSE, à côté du programme.

Il repose sur le travail d’autres personnes. Cet article nomme chaque partie que Lectern contient, avec sa licence ; puis les licences suivent en entier, chacune sous les noms des parties auxquelles elle s’applique. {elements} donne la liste des titres.

## Electron

La fenêtre est celle d’Electron, sous la licence MIT. Electron apporte avec lui Chromium, Node et FFmpeg ; leurs mentions sont dans le fichier LICENSES.chromium.html, à côté du programme.
`,
};
