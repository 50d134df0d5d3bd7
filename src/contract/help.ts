/** What the addresses of the help's articles begin with. */
export const HELP_ADDRESS = "lectern:help/";

/** The articles of the help, in order. `keys` is made of the commands. */
export const HELP_ARTICLES = ["start", "keys", "readers", "voices", "library", "offline", "trouble", "privacy", "notices"] as const;
export type HelpArticle = (typeof HELP_ARTICLES)[number];

/** The address of an article. `mac`: keys are named as on macOS. */
export const helpAddress = (name: HelpArticle, mac: boolean): string => `${HELP_ADDRESS}${name}${mac ? "/mac" : ""}`;
