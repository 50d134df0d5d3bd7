/** What the window says of safe mode, faults and updates, in Ukrainian. */
export const trust = {
  "command.safeMode": "Безпечний режим або вихід із нього",
  "safe.title": "Безпечний режим",
  "safe.text":
    "Lectern працює з простими налаштуваннями та власним голосом. Сам він не шукає новин і нічого не синхронізує. Ваші налаштування лишаються, якими були; те, що ви зміните зараз, забудеться.",
  "safe.crashes": "Lectern двічі зупинився під час запуску.",
  "safe.leave": "Вийти з безпечного режиму",
  "safe.restarting": "Lectern перезапускається.",
} as const;
