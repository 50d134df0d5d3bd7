/** What the window says of safe mode, faults and updates, in Turkish. */
export const trust = {
  "command.safeMode": "Güvenli kip, ya da çıkış",
  "safe.title": "Güvenli kip",
  "safe.text":
    "Lectern sade ayarlarla ve kendi sesiyle çalışıyor. Kendiliğinden haber aramaz ve eşitleme yapmaz. Ayarlarınız olduğu gibi kalır; şimdi değiştirdikleriniz unutulur.",
  "safe.crashes": "Lectern başlarken iki kez durdu.",
  "safe.leave": "Güvenli kipten çık",
  "safe.restarting": "Lectern yeniden başlıyor.",
} as const;
