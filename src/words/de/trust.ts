/** What the window says of safe mode, faults and updates, in German. */
export const trust = {
  "command.safeMode": "Sicherer Modus, oder hinaus",
  "safe.title": "Sicherer Modus",
  "safe.text":
    "Lectern läuft mit schlichten Einstellungen und eigener Stimme. Es sucht nicht von selbst nach Nachrichten und gleicht nichts ab. Ihre Einstellungen bleiben, wie sie waren; was Sie jetzt ändern, wird vergessen.",
  "safe.crashes": "Lectern ist zweimal beim Start stehen geblieben.",
  "safe.leave": "Sicheren Modus verlassen",
  "safe.restarting": "Lectern startet neu.",
} as const;
