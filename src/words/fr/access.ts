/** As `en/access.ts`. */
export const access = {
  "command.back": "Revenir là où vous étiez",
  "command.forward": "Avancer de nouveau",
  "trail.noneBack": "Il n’y a rien plus en arrière.",
  "trail.noneForward": "Il n’y a rien plus en avant.",
  "crumbs.label": "Où vous êtes",
  "crumbs.search": "Recherche : {text}",
};
