/** As `en/access.ts`. */
export const access = {
  "command.back": "Bulunduğunuz yere geri dön",
  "command.forward": "Yeniden ileri",
  "trail.noneBack": "Daha geride bir şey yok.",
  "trail.noneForward": "Daha ileride bir şey yok.",
  "crumbs.label": "Neredesiniz",
  "crumbs.search": "Arama: {text}",
};
