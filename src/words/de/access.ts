/** As `en/access.ts`. */
export const access = {
  "command.back": "Zurück, wo Sie waren",
  "command.forward": "Wieder vorwärts",
  "trail.noneBack": "Weiter zurück ist nichts.",
  "trail.noneForward": "Weiter vorwärts ist nichts.",
  "crumbs.label": "Wo Sie sind",
  "crumbs.search": "Suche: {text}",
};
