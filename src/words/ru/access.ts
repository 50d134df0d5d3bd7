/** As `en/access.ts`. */
export const access = {
  "command.back": "Назад, туда, где вы были",
  "command.forward": "Снова вперёд",
  "trail.noneBack": "Дальше назад ничего нет.",
  "trail.noneForward": "Дальше вперёд ничего нет.",
  "crumbs.label": "Где вы",
  "crumbs.search": "Поиск: {text}",
};
