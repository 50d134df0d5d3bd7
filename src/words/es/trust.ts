/** What the window says of safe mode, faults and updates, in Spanish. */
export const trust = {
  "command.safeMode": "Modo seguro, o salir de él",
  "safe.title": "Modo seguro",
  "safe.text":
    "Lectern funciona con ajustes sencillos y su propia voz. No busca noticias ni sincroniza nada por sí solo. Sus ajustes quedan como estaban; lo que cambie ahora se olvida.",
  "safe.crashes": "Lectern se detuvo dos veces al arrancar.",
  "safe.leave": "Salir del modo seguro",
  "safe.restarting": "Lectern se reinicia.",
} as const;
