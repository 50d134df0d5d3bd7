/** As `en/access.ts`. */
export const access = {
  "command.back": "Назад, туди, де ви були",
  "command.forward": "Знову вперед",
  "trail.noneBack": "Далі назад нічого немає.",
  "trail.noneForward": "Далі вперед нічого немає.",
  "crumbs.label": "Де ви",
  "crumbs.search": "Пошук: {text}",
};
