/** What the window says of safe mode, faults and updates, in Persian. */
export const trust = {
  "command.safeMode": "حالت امن، یا خروج از آن",
  "safe.title": "حالت امن",
  "safe.text":
    "Lectern با تنظیمات ساده و صدای خودش کار می‌کند. خودش نه دنبال خبر می‌گردد و نه چیزی را همگام می‌کند. تنظیمات شما همان‌طور که بود می‌ماند؛ آنچه اکنون تغییر دهید فراموش می‌شود.",
  "safe.crashes": "Lectern دو بار هنگام شروع از کار افتاد.",
  "safe.leave": "خروج از حالت امن",
  "safe.restarting": "Lectern دوباره شروع می‌شود.",
} as const;
