/** What the window says of safe mode, faults and updates, in Arabic. */
export const trust = {
  "command.safeMode": "الوضع الآمن أو الخروج منه",
  "safe.title": "الوضع الآمن",
  "safe.text":
    "يعمل Lectern بإعدادات بسيطة وبصوته الخاص. لا يبحث عن الأخبار ولا يزامن شيئًا من تلقاء نفسه. تبقى إعداداتك كما كانت، وما تغيّره الآن يُنسى.",
  "safe.crashes": "توقف Lectern مرتين أثناء بدء التشغيل.",
  "safe.leave": "الخروج من الوضع الآمن",
  "safe.restarting": "يُعاد تشغيل Lectern.",
} as const;
