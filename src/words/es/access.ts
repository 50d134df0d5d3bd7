/** As `en/access.ts`. */
export const access = {
  "command.back": "Volver a donde estaba",
  "command.forward": "Avanzar de nuevo",
  "trail.noneBack": "No hay nada más atrás.",
  "trail.noneForward": "No hay nada más adelante.",
  "crumbs.label": "Dónde está",
  "crumbs.search": "Búsqueda: {text}",
};
