import { words } from "./interface.ts";

/** What a licence is called: its own name, and where there is none to name, what that means. */
export const licenceWords = (licence: string): string => (/^public domain$/i.test(licence) ? words("licence.public") : licence);
