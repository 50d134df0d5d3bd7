import type { LeaveReason } from "../../model/index.ts";
import type { PageElement } from "./tree.ts";

/**
 * The words in which pages name their parts, in class, id, data-* and component names. A label is an element's names as lower-case words
 * joined by single spaces, two between names and at both ends: `class="relatedStories__box wide"` is "  related stories box  wide  ". The words are those of
 * the trade in the languages of the pages that were looked at; none is the name of a site.
 */
const LABELS: readonly (readonly [LeaveReason, RegExp])[] = [
  ["skip-link", / skip (?:link|links|nav|navigation|to|content|main)| skiplinks? | accessibility links? /],
  ["size-control", / (?:font|text) ?(?:size|sizes|sizer|resize|resizer|scale|zoom) /],
  [
    "consent",
    / (?:cookies?|consent|gdpr|onetrust|didomi|usercentrics|cmp|cookie ?(?:banner|bar|notice|law)|privacy|cli|paywall|pay wall|regwall|piano|subscriber only|metered|premium box|locked|abo ?(?:box|teaser|hinweis)|paid ?content|plus ?teaser) /,
  ],
  [
    "advertisement",
    / (?:ads?|advert|adverts|advertisements?|advertising|adsbygoogle|ad ?(?:slot|unit|box|container|wrapper|wrap|placeholder|label|banner|space|zone|block|tag|server)|adsense|dfp|gpt|google ad|sponsored|sponsor|sponsors|taboola|outbrain|zergnet|revcontent|mgid|plista|ligatus|nativo|teads|commercial|anzeigen?|werbung|publicidad|publicite|pubblicita|reklam[ae]?|iklan|annons|werbebox|affiliate box|promobox|billboard|leaderboard|skyscraper|mrec) /,
  ],
  [
    "newsletter",
    / (?:newsletters?|nieuwsbrief|news ?letter|mailing ?list|mailchimp|mc embed|sign ?up|signup|subscribe|subscription|subscriptions|subscribers?|abonnement|abonnieren|suscripcion|suscribete|optin|opt in|email ?(?:capture|signup|form)|lead ?(?:magnet|capture)|push ?notification|app ?(?:promo|download|banner)|donate|donation|membership|spenden) /,
  ],
  [
    "share",
    / (?:share|shares|sharing|sharebar|share ?(?:tools?|buttons?|links?|bar|box|icons?)|social|socials|social ?(?:media|links?|icons?|bar|share|sharing|buttons?)|addthis|addtoany|a2a|sharethis|sharedaddy|shareaholic|teilen|compartir|partage|partager|condividi|compartilhar|dela|follow ?us|followus|follow|print ?(?:button|options?)|tweetbutton|fb like|article ?(?:tools|actions|functions|toolbar|utility)|toolbar|toolbox|bookmark|save ?(?:article|button)|copy ?link|feedback|listen ?(?:button|widget)|audio ?player|tts) /,
  ],
  [
    "related",
    / (?:related|relateds|related ?(?:\w+)|relacionad[ao]s?|recommend(?:s|ed|ation|ations)?|reco|recirc|recirculation|read ?(?:next|also|more|on)|also ?(?:read|like)|see ?also|more ?(?:from|on|stories|news|articles|info|links|coverage|in)|most ?(?:read|popular|viewed|shared|recent|commented)|trending|popular|latest|up ?next|next ?(?:article|story|up|post)|prev ?next|post ?nav(?:igation)?|nav ?links|you ?may ?(?:also ?)?like|similar|suggested|suggestions|onward|teasers?|teaserbox|teaser ?list|promo|promos|promotion|storylist|story ?(?:list|package|stream|timeline)|headlines? ?list|link ?(?:list|box|stack)|linkbox|inline ?link|link ?embed|further ?reading|mehr ?zum ?thema|lire ?aussi|linklist|collection ?list|carousel ?teaser|news ?list|article ?list|river|widget ?area|playlist|cross ?(?:link|sell|promo)|jp relatedposts|yarpp|thema(?:box|links)?|topic ?(?:list|box|links)) /,
  ],
  [
    "comments",
    / (?:comments?|comment ?(?:list|area|section|form|thread|respond|count|box)|commenting|commentlist|respond|disqus|livefyre|coral|talk ?stream|viafoura|hyvor|fb ?comments|discussion|kommentare?|comentarios?|commentaires?|reacties|reader ?responses|user ?comments|forum ?box) /,
  ],
  [
    "aside",
    / (?:info ?(?:box|boxen|kasten|karte)|infoboxes|fact ?(?:box|boxes|file|sheet)|factboxes|facts ?box|fakta ?(?:boks|ruta|box)|faktenbox|article ?body ?infobox|side ?box|box ?out|ai ?(?:\w+ ?)?(?:summary|summaries|zusammenfassung)|(?:summary|zusammenfassung) ?ai|poll|polls|quiz|survey|umfrage|voting|vote ?box|calculator|ai2html|navbox|vertical navbox|metadata ?mbox|ambox|hatnote|vjs\w*|video ?js|jw ?player|jwplayer|player ?controls?) /,
  ],
  [
    "author-box",
    / (?:author ?(?:bio|box|card|about|profile|info|details?|description|block|footer|end|affiliations?)|about ?(?:the ?)?(?:author|writer)|bio ?(?:box|text)?|authorbio|biography|contributor ?(?:bio|box|info)|writer ?bio|autoren?(?:box|info)|staff ?bio) /,
  ],
  [
    "boilerplate",
    / (?:footers?|site ?info|colophon|imprint|impressum|legal ?(?:notice|info)|disclaimers?|edit ?section|section ?edit|(?:expand|collapse|toggle) ?(?:icon|button|label)|error ?(?:message|desc|description|title|screen|box|code)) /,
  ],
  [
    "navigation",
    / (?:nav|navbar|navigation|navi|menu|menus|main ?menu|mega ?menu|site ?nav|breadcrumbs?|bread ?crumbs?|crumbs|pagination|pager|paging|toc|table ?of ?contents|sidebar|side ?bar|site ?(?:header|footer)|masthead|topbar|top ?bar|bottom ?bar|tag ?(?:list|cloud|links|s)|tags|taglist|tagcloud|post ?tags|article ?tags|topics|keywords|category ?links|cat ?links|site ?search|search ?(?:form|box|bar)|login|log ?in|user ?menu|language ?(?:switch|switcher|selector)|right ?rail|left ?rail|rail|offcanvas|off ?canvas|drawer|hamburger) /,
  ],
];

/** Hidden from the eye, in words of their own. */
const HIDDEN =
  / {2}(?:sr only|visually ?hidden|visuallyhidden|screen ?reader ?(?:text|only)|reader only|is sr only|a11y ?hidden|offscreen|off ?screen|clip text|assistive text|u hidden|is hidden|hidden|element invisible|invisible|print ?only|only ?print|visible print|show for print) {2}/;
/** Boxes that lie over a page until someone asks for them. */
const OVER =
  / {2}(?:hide|noscreen|tooltip|tooltip ?text|modal|modal ?(?:content|dialog|body|window)|popup|pop ?up|overlay|lightbox|interstitial|dialog) {2}/;
/** Names of parts whose text is a picture's. */
const CAPTION =
  / (?:caption|captions|thumb ?caption|gallery ?(?:caption|text)|figcaption|fig caption|figure ?caption|wp caption text|wp caption dd|cutline|cutlines|image ?caption|img ?caption|photo ?caption|media ?caption|picture ?caption|caption ?text|captiontext|bildunterschrift|bild ?(?:unterschrift|text|beschreibung|unterzeile)|bildtext|bildtexte?r?|billedtekst|bildetekst|legende|legende ?(?:image|photo)|pie ?(?:de ?)?foto|pied ?de ?photo|leyenda|epigrafe|didascalia|onderschrift|fotobijschrift|bijschrift|kuvateksti|podpis|popisek|legenda|image ?description|photo ?description|image ?desc|photo ?desc|image ?legend|media ?description|picture ?description|photo ?text|resim ?alti) /;
/** Names of parts that say who made a picture. */
const CREDIT =
  / (?:credits?|photo ?credit|image ?credit|img ?credit|picture ?credit|copyright|copyrights|image ?source|photo ?source|media ?source|photographer|photog|attribution|bildquelle|bild ?(?:quelle|nachweis|rechte)|quelle|urheber|fotograf|rights ?holder|credit ?line|creditline|image ?author|photo ?(?:author|by)|image ?copyright|kuvaaja|autor ?foto|source) /;
/** Names of parts around one picture. */
const PICTURE =
  / (?:image|images|img|photo|photos|foto|fotos|picture|pictures|pic|bild|bilder|media|figure|fig|gallery|slide|slides|slideshow|thumb|thumbnail|wp caption|lead ?art|hero|featured|imagen|immagine|obraz|artikelbild|lede ?art) /;
/** Names of the sentence or two under a headline. */
const DEK =
  / (?:dek|deck|(?:header|intro|article|lead) ?teaser|standfirst|stand ?first|summary|summaries|sub ?title|subtitle|sub ?head(?:line)?|subheadline|subheading|sub ?heading|lead|lede|lead ?(?:text|paragraph)|intro|introduction|article ?intro|teaser ?text|excerpt|abstract|vorspann|anleser|chapeau|chapo|entradilla|bajada|sottotitolo|occhiello|sommario|catenaccio|ingress|ingres|manchet|sapo|perex|podtytul|ingressi|inleiding|resume|description|tagline|blurb|article ?description|strapline|strap|bajadas|linha fina|sumario|spot|kurzfassung|short ?text) /;
/** Names of lines that say who, when, where. */
const METADATA =
  / (?:byline|bylines|by ?line|dateline|date ?line|timestamp|time ?stamp|date|dates|datetime|pub ?date|publish(?:ed)?(?: ?(?:date|time|on|at))?|publication ?date|published|updated|modified|last ?(?:updated|modified)|post ?date|entry ?(?:meta|date|utility|footer)|post ?(?:meta|info|byline|author|details)|article ?(?:meta|info|metadata|byline|date|details|author|data|credit|credits)|story ?meta|meta ?(?:data|info|line|bar)|meta|metadata|author|authors|author ?name|autor|autore|auteur|writer|contributors?|reading ?time|read ?time|time ?to ?read|word ?count|view ?count|views|kicker|eyebrow|overline|topline|dachzeile|label|badge|source|posted ?(?:on|by)|reporter|credit ?block|credits|article ?(?:number|id)|correction ?link|dateinfo|artikel ?(?:datum|autor)) /;
const KICKER =
  / (?:kicker|eyebrow|roofline|topic|ressort|rubrik|article ?section|overline|topline|dachzeile|spitzmarke|supertitle|super ?title|over ?title|pretitle|pre ?title|rubric|flag|label|section ?(?:name|label|title)|category|surtitre|antetitulo|volanta|occhiello|article ?label|story ?label|breaking ?news) /;
const FOOTNOTES = / (?:footnotes?|endnotes?|references|fussnoten?|notes ?de ?bas|reflist) /;
/** Names of a note's text that stands where it is referred to. */
const NOTE = / (?:footnote ?(?:content|text|body|popover|tooltip)|sidenote|side note|margin ?note|fna content|inline ?note) /;
/** Names of boxes that manuals and courses set a remark of the text in. A "callout" of a newsroom calls its readers. */
const CALLOUT =
  / (?:callout|admonition|aside) (?:.{0,40} )?(?:notes?|tips?|info|warning|caution|danger|important|hint|remark|definition|example) /;
const PULL_QUOTE = / (?:pull ?quotes?|pullquote|quote ?box|zitatbox|blockquote|quotebox) /;

/** Words that only say that something is somewhere in the element or on the page. */
const ABOUT_PAGE =
  /^(?:has|is|no|not|with|without|js|tag|category|cat|term|type|status|format|theme|col|grid|align)-[\w-]*$|^(?:post|page|single)-(?:id-)?\d+$|^(?:has|is|with|no)[A-Z]\w*$|^(?:comments?-open|ad-free|adfree)$/;
/** Longest class and id that is read, UTF-16 code units: generated class lists have no words. */
const LONGEST = 600;

const labels = new Map<string, string>();
const memories: Map<string, unknown>[] = [labels];
/** Labels that are remembered at once; pages repeat theirs. */
const REMEMBERED = 20_000;
const NAMES = ["class", "id", "data-component", "data-testid", "data-module", "data-type"];

/** The label of an element's class, id and component names. */
export function labelOf(element: PageElement): string {
  element.label ??= read(element);
  return element.label;
}

function read({ attributes }: PageElement): string {
  if (attributes.size === 0) return "";
  let named = "";
  for (const name of NAMES) {
    const value = attributes.get(name);
    if (value) named = named === "" ? value : `${named} ${value}`;
  }
  if (named === "") return "";
  const known = labels.get(named);
  if (known !== undefined) return known;
  const label = wordsOf(named);
  if (labels.size > REMEMBERED) labels.clear();
  labels.set(named, label);
  return label;
}

function wordsOf(named: string): string {
  const words = named
    .slice(0, LONGEST)
    .split(/\s+/)
    .filter((word) => word !== "" && !ABOUT_PAGE.test(word))
    .map((word) =>
      word
        .replace(/([a-z\d])([A-Z])/g, "$1 $2")
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .toLowerCase()
        .trim(),
    );
  return words.length === 0 ? "" : `  ${words.join("  ").trim()}  `;
}

/** A question about a label, whose answers are remembered: pages repeat their labels. */
function remembered<T>(answer: (label: string) => T, none: T): (element: PageElement) => T {
  const known = new Map<string, T>();
  memories.push(known);
  return (element) => {
    const label = labelOf(element);
    if (label === "") return none;
    const before = known.get(label);
    if (before !== undefined) return before;
    const found = answer(label);
    if (known.size > REMEMBERED) known.clear();
    known.set(label, found);
    return found;
  };
}

const says = (pattern: RegExp): ((element: PageElement) => boolean) => remembered((label) => pattern.test(label), false);
const saysProperty = (element: PageElement, pattern: RegExp): boolean => {
  const property = element.attributes.get("itemprop");
  return property !== undefined && pattern.test(property);
};
const [caption, credit, dek, metadata] = [says(CAPTION), says(CREDIT), says(DEK), says(METADATA)];

/** Forgets all labels. Each is a piece of its page's text, and keeps all of it in memory: call it when a page is done. */
export function forgetLabels(): void {
  for (const memory of memories) memory.clear();
}

/** Whether an element's names say that it is … */
export const isNamed = {
  caption: (element: PageElement): boolean => element.tag === "figcaption" || caption(element),
  credit: (element: PageElement): boolean => credit(element) || saysProperty(element, /(?:author|creator|copyrightHolder|credit)/i),
  picture: says(PICTURE),
  dek: (element: PageElement): boolean => dek(element) || saysProperty(element, /^\s*(?:description|alternativeHeadline)\s*$/i),
  metadata: (element: PageElement): boolean =>
    metadata(element) || saysProperty(element, /^\s*(?:author|datePublished|dateModified|dateCreated|name|publisher)\s*$/i),
  kicker: says(KICKER),
  footnotes: says(FOOTNOTES),
  note: says(NOTE),
  callout: says(CALLOUT),
  pullQuote: says(PULL_QUOTE),
  hidden: says(HIDDEN),
  over: says(OVER),
} as const;

/** What an element's names say against it, null: nothing. */
export const reasonInLabel: (element: PageElement) => LeaveReason | null = remembered(
  (label) => LABELS.find(([, pattern]) => pattern.test(label))?.[0] ?? null,
  null,
);
