/** What the window says of safe mode, faults and updates, in Russian. */
export const trust = {
  "command.safeMode": "Безопасный режим или выход из него",
  "safe.title": "Безопасный режим",
  "safe.text":
    "Lectern работает с простыми настройками и своим голосом. Сам он не ищет новости и ничего не синхронизирует. Ваши настройки остаются прежними; то, что вы измените сейчас, забудется.",
  "safe.crashes": "Lectern дважды остановился при запуске.",
  "safe.leave": "Выйти из безопасного режима",
  "safe.restarting": "Lectern перезапускается.",
} as const;
