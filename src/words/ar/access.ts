/** As `en/access.ts`. */
export const access = {
  "command.back": "العودة إلى حيث كنت",
  "command.forward": "التقدم مجددًا",
  "trail.noneBack": "لا شيء أبعد إلى الوراء.",
  "trail.noneForward": "لا شيء أبعد إلى الأمام.",
  "crumbs.label": "أين أنت",
  "crumbs.search": "بحث: {text}",
};
