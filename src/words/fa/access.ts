/** As `en/access.ts`. */
export const access = {
  "command.back": "بازگشت به جایی که بودید",
  "command.forward": "دوباره به جلو",
  "trail.noneBack": "عقب‌تر چیزی نیست.",
  "trail.noneForward": "جلوتر چیزی نیست.",
  "crumbs.label": "کجا هستید",
  "crumbs.search": "جست‌وجو: {text}",
};
