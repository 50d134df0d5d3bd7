/** What the pages say that ask whether a person is there, and that a page on its way shows; in the languages that they come in. */
const SIGNS: readonly RegExp[] = [
  /^(?:just a moment|one moment,? please|attention required!?|un instant|un momento|nur einen moment|einen moment|um momento|checking your browser|security (?:check|checkpoint|verification)|robot check|bot verification|are you (?:a )?(?:robot|human)|pardon our interruption|human verification|vercel security checkpoint|请稍候|しばらくお待ちください|один момент|access to this page has been denied)\b|^(?:请稍候|しばらくお待ちください|один момент)/iu,
  /verif\w+ (?:that )?you(?:'|’)?(?: a|r)e (?:a )?(?:human|not a (?:ro)?bot)|confirm (?:that )?you(?: a|’r|'r)e (?:a )?(?:human|not a (?:ro)?bot)|prove (?:that )?you(?: a|’r|'r)e (?:a )?human|bestätigen sie,? dass sie ein mensch|vérifie[rz] que vous êtes (?:un )?humain|verifi\w+ que (?:usted )?es un ser humano|verifi\w+ (?:di essere|che sei) uman|verifique se você é humano|подтвердите, что вы человек|確認您是真人|验证您是真人|人間であることを確認/iu,
  /checking (?:if the site connection is secure|your browser)|review the security of your connection|security (?:service|check) to (?:protect|access)|performing security verification|before (?:proceeding|accessing|you continue|you access)|sicherheit ihrer verbindung|sécurité de votre connexion|seguridad de (?:su|la) conexión/iu,
  /(?:complete|solve) the (?:action|security check|captcha|puzzle|challenge)|press (?:&|and) hold|i(?:'|’)m not a robot|\bre?captcha\b|\bray id\b|enable (?:javascript and )?cookies (?:to continue|and reload)|(?:detected )?unusual (?:traffic|activity)|automated (?:access|requests|queries)/iu,
];
/** Longest text of such a page, UTF-16 code units: the longest seen has some 900. */
const LONGEST = 1200;
/** Fewest signs: an article on robot checks has one of them in its headline. */
const FEWEST = 2;

/** Whether a page asks whether a person is there instead of showing its article. */
export function isRobotCheck(title: string | null, texts: readonly string[]): boolean {
  if (texts.reduce((sum, { length }) => sum + length, 0) > LONGEST) return false;
  const lines = [title ?? "", ...texts].map((text) => text.trim());
  return SIGNS.filter((sign) => lines.some((line) => sign.test(line))).length >= FEWEST;
}
