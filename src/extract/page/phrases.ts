import type { LeaveReason } from "../../model/index.ts";

const words = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.flatMap((line) => line.split("|")));

/** Whole lines, normalised (letters and digits, lower case), that are no sentence of an article. */
const LINES: readonly (readonly [LeaveReason, ReadonlySet<string>])[] = [
  [
    "advertisement",
    words(
      "advertisement|advertisements|advertising|advert|ad|ads|sponsored|sponsored content|paid content|promoted|article continues below|article continues below this ad|article continues after this ad|story continues below|story continues below advertisement|story continues below this advertisement|story continues after advertisement|article continues after advertisement|advertisement continue reading below|continue reading below|advertisement scroll to continue|scroll to continue|scroll to continue with content|continue reading the main story|continue reading|remove ads|report this ad|report ad|loading ad",
      "anzeige|werbung|anzeigen|artikel wird nach der anzeige fortgesetzt|weiterlesen nach der anzeige|publicidad|anuncio|publicite|publicité|la suite apres cette publicite|la suite après cette publicité|pubblicita|pubblicità|publicidade|continua apos a publicidade|continua após a publicidade|advertentie|reklame|annonse|annons|annonce|artikkelen fortsetter under annonsen|artiklen fortsaetter under annoncen|mainos|reklama|reklam|реклама|iklan|advertorial|quang cao|quảng cáo|広告|廣告|广告|광고|إعلان|διαφημιση|διαφήμιση|scroll to resume content|gulir ke bawah untuk melanjutkan membaca",
    ),
  ],
  [
    "share",
    words(
      "share|share this|share this article|share this story|share article|share on facebook|share on twitter|share on x|share via|share with|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|flipboard|line|vk|messenger|email|e mail|email this|email this article|mail|print|print this|print article|copy link|link copied|copied|embed|save|save article|bookmark|tweet|like|follow|follow us|follow us on|listen|listen to this article|listen to article|read aloud|a|text size|gift this article|give this article|add us as preferred source on google|teilen|merken|drucken|kommentieren|artikel teilen|artikel anhoren|artikel anhören|vorlesen|partager|imprimer|envoyer|compartir|imprimir|guardar|condividi|stampa|compartilhar|compartilhe|delen|del|dela|jaa|udostepnij|udostępnij|sdilet|sdílet|paylas|paylaş|bagikan|chia se|chia sẻ|поделиться|シェア|シェアする|ツイート|분享|分享",
    ),
  ],
  [
    "comments",
    words(
      "comment|comments|no comments|0 comments|add a comment|leave a comment|leave a reply|post a comment|join the conversation|join the discussion|view comments|show comments|see comments|read comments|comments are closed|comments are off|write a comment|have your say|what do you think|loading comments|kommentare|kommentar schreiben|jetzt kommentieren|commentaires|commenter|comentarios|comentar|commenti|comentários|reacties|reageer|kommentarer|komentarze|komentáře|комментарии|コメント|评论|評論",
    ),
  ],
  [
    "related",
    words(
      "related|related articles|related stories|related content|related news|related topics|related posts|related story|related article|related links|related coverage|related reading|more on this story|more on this|more on this topic|more from|more stories|more news|more like this|read more|read next|read also|also read|see also|see more|up next|don t miss|dont miss|must read|must reads|most read|most popular|popular|trending|trending now|recommended|recommended for you|recommended stories|recommended reading|you may like|you may also like|you might also like|you might like|you might be interested in|latest|latest news|top stories|top news|in this article|in this story|explore more|explore|keep reading|more in|further reading|editors picks|editor s picks|story timeline|what to read next|next article|previous article|next story|next|previous|show more|load more|view all|view more|learn more|back to top|top|more information|topics|tags|tags in this story|keywords|categories|filed under|topics in this article",
      "mehr zum thema|lesen sie auch|lesen sie mehr|lesen sie weiter|mehr lesen|das konnte sie auch interessieren|das könnte sie auch interessieren|auch interessant|weitere artikel|weitere themen|weitere nachrichten|meistgelesen|meistgelesene artikel|empfohlen|themen|schlagworte|zum thema|mehr aus|mehr von|mehr news|lire aussi|a lire aussi|à lire aussi|a lire|à lire|sur le meme sujet|sur le même sujet|voir aussi|plus lus|les plus lus|en savoir plus|lee tambien|lee también|te puede interesar|mas informacion|más información|noticias relacionadas|relacionado|relacionados|lo mas leido|lo más leído|mas noticias|más noticias|temas|etiquetas|leggi anche|ti potrebbe interessare|correlati|articoli correlati|leia mais|leia tambem|leia também|veja tambem|veja também|saiba mais|mais lidas|relacionadas|lees ook|meer over|meer lezen|lees meer|gerelateerd|meest gelezen|les ogsa|les også|les mer|laes ogsa|læs også|las mer|läs mer|las ocksa|läs också|lue myos|lue myös|lue lisaa|lue lisää|czytaj tez|czytaj też|czytaj takze|czytaj także|zobacz tez|zobacz też|zobacz takze|zobacz także|polecane|ctete take|čtěte také|souvisejici|související|citeste si|citește și|olvasta mar|baca juga|terkait|berita terkait|tin lien quan|tin liên quan|xem them|xem thêm|читайте также|по теме|читайте також|ilgili haberler|関連記事|関連ニュース|相關新聞|相关新闻|延伸閱讀|延伸阅读|관련기사|اقرأ أيضا|اقرأ ايضا|מאמרים קשורים",
    ),
  ],
  [
    "newsletter",
    words(
      "newsletter|newsletters|sign up|subscribe|subscribe now|subscribe today|sign up now|get our newsletter|sign up for our newsletter|subscribe to our newsletter|enter your email|your email address|thank you for subscribing|thanks for subscribing|invalid email|support us|donate|donate now|become a member|jetzt anmelden|abonnieren|s abonner|suscribete|suscríbete|iscriviti|assine|subscribe for free|get the app|download the app|download our app|free newsletter",
    ),
  ],
  [
    "consent",
    words(
      "accept|accept all|accept cookies|reject all|cookie settings|manage cookies|log in|login|sign in|register|already a subscriber|already a subscriber log in|subscribe to continue reading|subscribe to continue|to continue reading|this article is for subscribers only|subscribers only",
    ),
  ],
  [
    "navigation",
    words(
      "home|menu|search|close|open menu|close menu|skip to content|skip to main content|back|zuruck|zurück|startseite|navigation|sections|more|view gallery|open gallery|gallery|show all|fullscreen|full screen|enlarge|enlarge image|enlarge this image|zoom|expand|collapse|play|pause|play video|watch|watch video|video|videos|photos|photo|image|images|caption|toggle caption|hide caption|slideshow|view slideshow|1 of|loading|loading content|please wait|n a",
    ),
  ],
];

/** Beginnings of lines that lead to another article, when nearly all that follows is a link or a title. */
export const LEADS_AWAY =
  /^[\s►▶▸›»>*•\-–—[(|👉➡→]*(?:(?:also|further|must|recommended)?\s*read(?:ing)?\s*(?:more|also|next|on|this|the full|:)?|see (?:also|more)|also (?:on|see|read)|more(?: on| from| about)?\s*:|more (?:on|from) |(?:previous|prev|older|newer)(?: posts?| articles?| entr(?:y|ies))?\s*[:«»←→]|related(?: stor(?:y|ies)| articles?| news)?|watch|listen|don['’]?t miss|in pictures|in depth|explainer|opinion|analysis|editorial|up next|next|you may (?:also )?like|recommended|trending|click here|find out more|learn more|lesen sie (?:auch|mehr|dazu|hier|weiter)|mehr (?:zum thema|dazu|infos?|informationen|lesen)|lies auch|auch (?:interessant|spannend|lesenswert)|siehe auch|hier (?:geht|lesen)|hintergrund|zum thema|(?:à|a) lire(?: aussi)?|lire (?:aussi|également|la suite)|voir aussi|sur le même sujet|lee (?:también|tambien|más)|lea (?:también|tambien|más)|leer más|te puede interesar|(?:más|mas) (?:información|sobre)|relacionad[oa]s?|ver (?:también|más)|leggi (?:anche|pure)|leia (?:mais|também|tambem|ainda)|veja (?:mais|também|tambem)|saiba mais|confira|lees (?:ook|meer)|bekijk ook|les (?:også|mer)|læs (?:også|mere)|läs (?:också|mer|även)|lue (?:myös|lisää)|katso myös|czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)|přečtěte si|čtěte (?:také|též|i)|mohlo by vás|(?:citește|citeste) (?:și|si)|olvasd el|bac[aé] juga|lihat juga|simak (?:juga)?|xem thêm|đọc thêm|читайте|читать также|смотрите также|по теме|ayrıca oku|ilgili haber|اقرأ|شاهد|関連|【関連|あわせて読みたい|延伸閱讀|相關|相关|更多)(?=$|[\s:：\-–—|!.…,])/iu;

/** Sentences that ask for something instead of telling: sign-ups, followers, apps. `about`: without one of these words they can't, which is quickly seen. */
export const ASKS: readonly (readonly [reason: LeaveReason, pattern: RegExp, about?: RegExp])[] = [
  [
    "newsletter",
    /\b(?:sign up|subscribe|register|get|join|receive|delivered)\b(?=.*\b(?:our|your|inbox|here|now|free|daily|weekly|today|mailing list|alerts)\b)[^.]{0,120}\b(?:newsletters?|inbox|mailing list|email updates|breaking news alerts|whatsapp (?:channel|group)|telegram (?:channel|group)|youtube channel|push notifications|daily briefing|morning briefing|alerts)\b|\b(?:newsletters?|mailing list)\b[^.]{0,80}\b(?:sign up|subscribe|sent to you|inbox|here)\b/iu,
    /newsletter|inbox|mailing|email|alert|whatsapp|telegram|youtube|notification|briefing/i,
  ],
  [
    "newsletter",
    /\b(?:abonnier|anmelden|kostenlos|bestellen|eintragen|hier)\p{L}*[^.]{0,100}\b(?:newsletter|whatsapp-kanal|whatsapp-channel|telegram-kanal)\p{L}*|\b(?:newsletter|whatsapp-kanal|whatsapp)\p{L}*[^.]{0,100}\b(?:abonnier|anmeld|kostenlos|bestell)\p{L}*|\b(?:inscri(?:vez|re)|abonne[zr])\b[^.]{0,100}\b(?:newsletter|lettre|infolettre|whatsapp)\b|\b(?:suscr[ií]b|únete|unete|s[ií]guenos|inscr[ií]b)\p{L}*[^.]{0,100}\b(?:newsletter|bolet[ií]n|canal|whatsapp|telegram|google news|redes)\b|\b(?:iscriviti|segui)\b[^.]{0,80}\b(?:newsletter|canale|whatsapp|telegram|google news)\b|\b(?:inscreva|assine|siga|receba|entre)\p{L}*[^.]{0,80}\b(?:newsletter|canal|whatsapp|telegram|boletim|google)\b|\b(?:schrijf|meld|abonneer)\b[^.]{0,80}\bnieuwsbrief\b/iu,
    /newsletter|lettre|whatsapp|telegram|canal|bolet|google|redes|nieuwsbrief/i,
  ],
  [
    "share",
    /^(?!(?:find|connect with) me\b.*\be-?mail\b)(?:follow|like|find|join|connect with) (?:us|me|him|her|the author|\p{L}+(?: \p{L}+){0,4}) (?:on|at|via) (?:@|twitter|facebook|instagram|x\b|linkedin|youtube|tiktok|threads|bluesky|mastodon|google news|social)/iu,
  ],
  [
    "share",
    /^(?:like this (?:story|article|post)\?|enjoyed this|did you (?:like|enjoy)|share this (?:story|article|post)|please share|spread the word|tell us what you think|let us know (?:what you think|in the comments)|what do you think\??|(?:do you )?have (?:a (?:story|tip|news tip)|any (?:news|information|tips))|got a (?:story|tip)|send (?:us )?(?:your )?tips|contact us|email us|get in touch)/iu,
  ],
  [
    "consent",
    /\b(?:an dieser stelle (?:finden|steht|befindet)|externe[nrs]? (?:inhalte?|inhalts)|empfohlener (?:redaktioneller|externer) inhalt|externen? inhalte?|(?:third[- ]party|external) content|contenus? (?:externe|tiers)|contenido externo|personenbezogene daten an drittplattformen)\b/iu,
    /inhalt|content|drittplattform|an dieser stelle|contenu/i,
  ],
  [
    "consent",
    /\b(?:we use cookies|uses? cookies|cookie policy|accept cookies|cookies? (?:to improve|to ensure|zu|para|pour)|enable javascript|javascript (?:is )?(?:disabled|required|aktivier)|your browser (?:does not|doesn['’]t) support|ihr browser|adblock|ad blocker|turn off your ad)\b/iu,
    /cookie|javascript|browser|ad ?block|turn off your ad/i,
  ],
  [
    "consent",
    /^(?:subscribe|log ?in|sign in|register|already (?:a|have)|this (?:article|content|story) is (?:for|only|reserved)|to (?:continue|read)|you(?:['’]ve| have) (?:reached|read)|unlock|create (?:a|your) free|get (?:unlimited|full) access|exclusive (?:to|for) subscribers|jetzt weiterlesen|weiterlesen mit|diesen artikel (?:weiter|jetzt)|sie haben (?:bereits|schon)|bereits (?:abonnent|registriert)|cet article est réservé|il vous reste|déjà abonné|este (?:contenido|artículo) es (?:exclusivo|solo)|この記事は(?:会員|有料))/iu,
  ],
  [
    "consent",
    /\b(?:\d+|zwei|drei|vier|two|three|four) (?:wochen|monate|tage|weeks?|months?|days?)\b.{0,30}\b(?:kostenlos|gratis|free|testen|probe)|\b(?:probeabo|jetzt (?:testen|bestellen|abonnieren|spenden)|testen sie|start your (?:free )?(?:trial|subscription)|free trial|unlimited (?:digital )?access|digital subscription|subscribe (?:now|today) (?:to|for|and)|support (?:our|independent|quality) journalism|make a (?:donation|contribution)|unterstützen sie (?:uns|unsere)|(?:mit )?ihrem? (?:abo|spende)|abonnez-vous|suscríbete|hazte soci[oa]|abbonati)\b/iu,
    /gratis|free|test|probe|jetzt|trial|subscri|unlimited|journalism|donation|contribution|unterst|\babo\b|spende|kostenlos|abon|abbon|suscr|hazte/i,
  ],
  [
    "boilerplate",
    // Pages for the printer end with their address.
    /^(?:find|read|view) this (?:article|story|page)(?: online)? at:? (?:https?:|www\.)\S+$/i,
    /^(?:find|read|view) this/i,
  ],
  [
    "boilerplate",
    // What a server says of itself in the middle of its page.
    /^(?:warning|notice|deprecated|fatal error|strict standards): .{3,300} on line \d+$/iu,
    /on line \d/i,
  ],
  [
    "newsletter",
    /\b(?:subscribe|sign up)(?: for free)?,? (?:to|and) (?:receive|get|support) (?:new|my|our|the latest)\b/iu,
    /subscribe|sign up/i,
  ],
  ["newsletter", /\b(?:no|never|won['’]t (?:get|send you|receive)|zero|hate|not) (?:any )?spam\b/iu, /spam/i],
  [
    "boilerplate",
    /^(?:©|\(c\)|copyright\b|all rights reserved|alle rechte vorbehalten|materiał chroniony|wszelkie prawa|všechna práva|všetky práva|alla rättigheter|alle rettigheter|alle rechten|все права|tüm hakları|hak cipta|無断転載|tous droits réservés|todos los derechos|todos os direitos|tutti i diritti|(?:this (?:article|story|post|piece) (?:was|is|has been|originally) (?:originally )?(?:published|appeared|first|syndicated|republished|adapted|provided|made possible)|this material may not be published|originally published (?:on|at|in)|first published (?:on|at|in)|reprinted|republished|via syndigate))/iu,
  ],
  [
    "metadata",
    /^(?:\p{L}[\p{L}.'’ -]{2,60} (?:contributed|has contributed) (?:to|reporting)|(?:additional )?report(?:ing|s) by .{3,200}(?:edit|writ)(?:ing|ten) by|(?:additional )?reporting by|edited by|editing by|with (?:reporting|files|inputs) (?:by|from)|with inputs? from|associated press (?:writers?|journalists?|reporters?) .{3,200}contributed)/iu,
    /contributed|report|edit|with /i,
  ],
  [
    "advertisement",
    /^(?:we may (?:earn|receive|get) (?:a |an )?(?:affiliate |small )?commission|.{0,80}\b(?:affiliate (?:commission|links?|partner)|may earn (?:a |an )?commission)|(?:this (?:article|post) contains )?affiliate links|\*?affiliate-?links?|(?:hinweis|\*|mit einem).{0,60}affiliate|die mit .{0,40} gekennzeichneten links)/iu,
    /commission|affiliate|gekennzeichneten/i,
  ],
  ["related", /\bhier (?:finden|lesen|sehen|gibt|geht)\b[^.]{0,20}\b(?:alle|mehr|weitere)\b/iu, /\bhier\b/i],
  [
    "related",
    /^(?:(?:for )?(?:more|all|the) (?:on|latest|from|of our|news)\b.{0,80}(?:click|visit|here|follow)|click (?:here|on the)|(?:read|see|check out|view|visit|watch|click)\b.{0,60}\b(?:here|below)\.?$|read (?:the )?(?:full|original|rest)|(?:want|looking for) (?:more|to read))/iu,
  ],
];

/** What a line that is not a sentence says, null: nothing that is known. `key`: the line, normalised. */
export function reasonOfLine(key: string): LeaveReason | null {
  const LONGEST = 70;
  if (key === "" || key.length > LONGEST) return null;
  if (/^\d+ (?:comments?|shares?|likes?|views?|kommentare?|commentaires?|comentarios?)$/.test(key))
    return key.includes("share") ? "share" : "comments";
  for (const [reason, lines] of LINES) if (lines.has(key)) return reason;
  return null;
}
