/** What the window says of safe mode, faults and updates, in French. */
export const trust = {
  "command.safeMode": "Mode sans échec, ou en sortir",
  "safe.title": "Mode sans échec",
  "safe.text":
    "Lectern fonctionne avec des réglages simples et sa propre voix. Il ne cherche pas d’actualités et ne synchronise rien de lui-même. Vos réglages restent tels quels ; ce que vous changez maintenant est oublié.",
  "safe.crashes": "Lectern s’est arrêté deux fois au démarrage.",
  "safe.leave": "Quitter le mode sans échec",
  "safe.restarting": "Lectern redémarre.",
} as const;
