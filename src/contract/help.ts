/** What the addresses of Lectern's own articles begin with. */
export const OWN_ADDRESS = "lectern:";

/** The address of the article that a new listener meets. */
export const WELCOME_ADDRESS = "lectern:welcome";

/** Its address where keys are named as on this system. */
export const welcomeAddress = (mac: boolean): string => `${WELCOME_ADDRESS}${mac ? "/mac" : ""}`;

/** What the addresses of the help's articles begin with. */
export const HELP_ADDRESS = "lectern:help/";

/** The articles of the help, in order. `keys` is made of the commands. */
export const HELP_ARTICLES = ["start", "keys", "readers", "voices", "library", "offline", "trouble", "privacy", "notices"] as const;
export type HelpArticle = (typeof HELP_ARTICLES)[number];

/** The address of an article. `mac`: keys are named as on macOS. */
export const helpAddress = (name: HelpArticle, mac: boolean): string => `${HELP_ADDRESS}${name}${mac ? "/mac" : ""}`;
