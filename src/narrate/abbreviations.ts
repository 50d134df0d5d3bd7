/**
 * What a language's full stops mean beside the end of a sentence. Words are written without their last full stop, in the case in
 * which they are used. Compiled from style guides and dictionaries by hand; a word that is missing costs a false end.
 */
export interface EndTable {
  /** Stand before a name: never an end. */
  readonly titles: ReadonlySet<string>;
  /** Stand before a name or after one ("St. Louis", "Elm St."): an end only after a name and before a starter. */
  readonly aroundNames: ReadonlySet<string>;
  /** Stand before a number: no end there; elsewhere an end before a starter. */
  readonly numbered: ReadonlySet<string>;
  /** Of those, the words that are also ordinary words: an end elsewhere. Words in small letters are, too. */
  readonly ordinary: ReadonlySet<string>;
  /** Never end a sentence. */
  readonly inside: ReadonlySet<string>;
  /** May end a sentence: they do before a starter. */
  readonly maybe: ReadonlySet<string>;
  /** Words that often begin a sentence and seldom a name. Lower case. */
  readonly starters: ReadonlySet<string>;
  /** How letters are called, where initials of foreign names are written so ("إف." for "F."): never an end, alone. */
  readonly letters?: ReadonlySet<string>;
  /** Whether "3." is how the language writes "third". */
  readonly ordinals: boolean;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(" ").filter((word) => word !== ""));

const NOTHING = set("");

const english: EndTable = {
  titles: set(
    "Mr Mrs Ms Mx Messrs Prof Gen Sen Sens Rep Reps Gov Govs Lt Col Capt Sgt Maj Cmdr Comdr Adm Brig Pvt Pfc Cpl Spc Ens Rev Hon Fr Pres Supt Insp Det Amb Atty Msgr Mme Mlle Sec Treas Chmn Drs Profs Attys Gens Cols Lts Pte Cllr Cllrs Ald Sqn Asst Rt",
  ),
  aroundNames: set("St Ste Mt Ft Dr Pt"),
  numbered: set(
    "No no Nos nos Apt apt p pp P Pp vol Vol vols ch Ch chap Chap fig Fig figs Figs art Art sec para ver Ver ed approx Approx ca Ca c circa Eq eq tel Tel ext Ext N° n° Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Weds Thu Thur Thurs Fri Sat Sun",
  ),
  ordinary: set("Art Ed Fig Mar Wed Sat Sun Mon Thu"),
  inside: set("e.g i.e eg ie vs v viz cf E.g I.e incl esp"),
  maybe: set(
    "Inc Corp Ltd Co co Cos Bros Jr Sr jr sr etc al est Esq dept Dept Univ univ assn Assn govt Govt Ave ave Blvd blvd Rd rd st Hwy Ln Sq Bldg LLC Mfg Intl Natl Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mich Minn Mont Neb Nev Okla Ore Pa Penn Tenn Tex Vt Va Wash Wis Wyo Ont Que ft lb lbs oz hr hrs",
  ),
  starters: set(
    "the a an he she it they we you i in on at but and this that these those there his her its their our my your when while after before as if for from by with without although though however meanwhile according some many what who why how where now then also so since yet not each another such under until during despite because any every here still even just nearly about between among both either neither nor or instead moreover nevertheless whether which once whenever perhaps maybe earlier later she's he's it's i'm i've we're we've they're that's there's don't didn't isn't wasn't yes let please",
  ),
  ordinals: false,
};

const german: EndTable = {
  titles: set("Hr Hrn Fr Frl Dr Prof Dipl Ing Mag Msgr Gen Oberst Hl St Sr Jr Pfr"),
  aroundNames: NOTHING,
  numbered: set("Nr Nrn Art Abs Abb Bd Kap S Ziff Ca ca Tel Jan Feb Mär Apr Jun Jul Aug Sep Sept Okt Nov Dez Mo Di Mi Do Fr Sa So §"),
  ordinary: NOTHING,
  inside: set("z.B z. d.h u.a bzw ca vgl sog evtl ggf inkl exkl bspw insb einschl zzgl max min o.ä v.a u v d i.d.R gest geb verh röm"),
  maybe: set("usw etc Mio Mrd Tsd Str Jh Jhd Uhr Co Inc Ltd e.V z.T u.U"),
  starters: set(
    "der die das er sie es ein eine einen einem einer wir ihr ich im in am an auf bei mit nach von vor zu zum zur aus über unter für aber und doch wenn als dass weil da dann dort hier so auch nur noch dies diese dieser dieses sein seine ihre laut wie was wer warum man alle viele einige seit bis trotz während nun jetzt damit dabei dazu denn ob neben außerdem zudem allerdings jedoch unterdessen insgesamt später zuvor zunächst inzwischen mittlerweile bislang bisher trotzdem deshalb daher dagegen dennoch danach davor darum darauf dafür hier dort heute gestern morgen jetzt nun nie niemand keiner kein keine beide jeder jede ihm ihn ihnen uns mir mich durch gegen ohne um wegen zwischen innerhalb außerhalb gegenüber anders",
  ),
  ordinals: true,
};

const french: EndTable = {
  titles: set("M MM Mr Dr Pr Mgr Me Mme Mmes Mlle Mlles St Ste Sr Gal Col Cdt Cap"),
  aroundNames: NOTHING,
  numbered: set("p pp n no nº n° vol chap art fig env av apr tél janv févr avr juil sept oct nov déc"),
  ordinary: NOTHING,
  inside: set("cf c.-à-d ex p.ex env av J apr"),
  maybe: set("etc Cie Inc Ltd Co S.A"),
  starters: set(
    "le la les l' un une des il elle ils elles on nous vous je ce cet cette ces c'est en dans sur à au aux par pour avec sans mais et or donc car si quand lorsque après avant depuis selon d'après son sa ses leur leurs d' de du qui que quel quelle comment pourquoi où ainsi alors aussi pourtant cependant toutefois",
  ),
  ordinals: false,
};

const spanish: EndTable = {
  titles: set("Sr Sra Srta Sres Sras Dr Dra Dres D Dª Dña Lic Ing Gral Cnel Prof Profa Mons Fr Sto Sta Pdte Arq Abg Ud Uds Vd Vds EE"),
  aroundNames: NOTHING,
  numbered: set("pág págs p pp núm nº n° Nº art arts cap vol fig aprox tel ene feb mar abr may jun jul ago sep sept oct nov dic"),
  ordinary: NOTHING,
  inside: set("p.ej ej a a.C d.C cf vs"),
  maybe: set("etc UU Av Avda Cía Inc Ltd S.A EE.UU c/"),
  starters: set(
    "el la los las un una unos unas él ella ellos ellas yo tú usted ustedes nosotros lo le les se en de del por para con sin sobre según desde hasta pero y o si cuando mientras después antes como qué quién cómo dónde este esta estos estas ese esa eso esto aquel su sus mi mis no sí también además así entonces aunque porque al ya más es fue hay",
  ),
  ordinals: false,
};

const portuguese: EndTable = {
  titles: set("Sr Sra Srta Srs Dr Dra Drs Prof Profa Eng Exmo Exma Gen Cel Cap D Mons Pe Sto Sta"),
  aroundNames: NOTHING,
  numbered: set("pág págs p pp n nº n.º art arts cap vol fig aprox tel jan fev mar abr mai jun jul ago set out nov dez"),
  ordinary: NOTHING,
  inside: set("p.ex ex a.C d.C cf vs"),
  maybe: set("etc Av Cia Inc Ltda Ltd S.A R"),
  starters: set(
    "o a os as um uma uns umas ele ela eles elas eu nós você vocês em no na nos nas de do da por para com sem sobre segundo desde até mas e ou se quando enquanto depois antes como que quem onde este esta isto esse essa isso seu sua seus suas não sim também além assim então embora porque ao já mais é foi há",
  ),
  ordinals: false,
};

const italian: EndTable = {
  titles: set("Sig Sigg Sig.ra Sig.na Dott Dott.ssa Dr Prof Prof.ssa Ing Avv On Sen Gen Col Cap Mons S Ten Arch Geom Rag Cav"),
  aroundNames: NOTHING,
  numbered: set("pag pagg p pp n nn art artt cap vol fig ca tel gen feb mar apr mag giu lug ago set ott nov dic"),
  ordinary: NOTHING,
  inside: set("es p.es a.C d.C cfr vs"),
  maybe: set("ecc S.p.A S.r.l Inc Ltd Co"),
  starters: set(
    "il lo la i gli le l' un una uno egli lui lei loro noi voi io in nel nella di del della da dal dalla a al alla con per su sul tra fra ma e o se quando mentre dopo prima come che chi dove questo questa questi queste quello quella suo sua suoi non sì anche inoltre così allora però perché secondo è era c'è",
  ),
  ordinals: false,
};

const russian: EndTable = {
  titles: set("г гр проф акад д-р им ген полк кап св о"),
  aroundNames: NOTHING,
  numbered: set("стр с п пп ст рис табл гл № тел кв д корп янв фев февр мар апр авг сент окт ноя нояб дек"),
  ordinary: NOTHING,
  inside: set("т.е т.к т напр см ср ул пр просп пер пл наб р оз обл пос дер"),
  maybe: set("гг в вв руб коп тыс млн млрд трлн др пр т.д т.п и.о н.э"),
  starters: set(
    "он она оно они мы вы я ты в во на по из от до для с со к у о об при за над под но и а или если когда пока после перед как что кто где почему это этот эта эти тот та те его её их не да также кроме поэтому однако так уже",
  ),
  ordinals: false,
};

const ukrainian: EndTable = {
  titles: set("м с смт проф акад доц ім ген полк кап св о п гр пані пан"),
  aroundNames: NOTHING,
  numbered: set("стор с п пп ст рис табл гл № тел кв буд корп січ лют бер квіт трав черв лип серп вер жовт лист груд"),
  ordinary: NOTHING,
  inside: set("т.зв т.є тобто напр див пор вул пров просп пл наб обл р оз пос с"),
  maybe: set("рр ст грн коп дол тис млн млрд трлн ін т.д т.п т.ін н.е р чол"),
  starters: set(
    "він вона воно вони ми ви я ти в у на по з із зі від до для к про при за над під але і й а або якщо коли поки після перед як що хто де чому це цей ця ці той та те його її їх не так також крім тому проте однак уже",
  ),
  ordinals: false,
};

const turkish: EndTable = {
  titles: set("Dr Prof Doç Av Öğr Gör Org Gen Alb Yzb Müh Sn Hz Yrd Op Uzm St Bay Tğm Tuğg Korg Ecz Kur Alm İng"),
  aroundNames: NOTHING,
  numbered: set("no No s sf md Tel tel yy"),
  ordinary: NOTHING,
  inside: set("bkz Bkz örn M.Ö M.S T.C Cad cad Sok sok Mah mah Bul yak çev haz"),
  maybe: set("vb vs vd Ltd Şti A.Ş Apt dk Inc Co"),
  starters: set(
    "bu o şu ben sen biz siz onlar bir ve ama fakat ancak çünkü eğer ne nasıl neden kim nerede hangi her bazı birçok daha sonra önce şimdi bugün dün yarın ayrıca böylece yine hem ya veya için ise de da olan açıklamada",
  ),
  ordinals: true,
};

const arabic: EndTable = {
  titles: set("د أ م ش أ.د اللواء"),
  aroundNames: NOTHING,
  numbered: set("ص ج ط مج ت رقم"),
  ordinary: NOTHING,
  inside: set("ص.ب"),
  maybe: set("إلخ الخ ق.م هـ ر.س د.إ د.ك ج.م ل.ل ل.س ش.م.م ذ.م.م ب.ظ ق.ظ"),
  starters: NOTHING,
  // Without those that are words at the end of a sentence, or names: "إكس" is a platform.
  letters: set("إيه بي سي دي إي إف جي إتش اتش آي جيه جاي كيه كاي إل إم إن بيه كيو آر إس تي يو في دبليو واي زد زي"),
  ordinals: false,
};

const persian: EndTable = {
  titles: set("د م"),
  aroundNames: NOTHING,
  numbered: set("ص ج ش"),
  ordinary: NOTHING,
  inside: set("رک نک"),
  maybe: set("ق.م ه.ش ه.ق ب.ظ ق.ظ الخ"),
  starters: NOTHING,
  letters: set("بی سی ای اف جی اچ آی جِی جی ال ام پی کیو آر اس تی یو دبلیو دابلیو وای زد"),
  ordinals: false,
};

const hindi: EndTable = {
  titles: set("डॉ डा प्रो पं श्री कु सु मो स्व ले कै ज इं न्या"),
  aroundNames: NOTHING,
  numbered: set("नं सं क्र पृ रु रू ता दि टे फो अ"),
  ordinary: NOTHING,
  inside: set("कि कि.मी कि.ग्रा मि.मी से.मी मी ई ई.पू वि.सं उ.प्र म.प्र हि.प्र आ.प्र जि भा.ज.पा"),
  maybe: NOTHING,
  starters: NOTHING,
  letters: set("ए बी सी डी एफ एच जे के एल एम एन क्यू आर एस टी यू वी डब्ल्यू एक्स वाई ज़ेड जेड"),
  ordinals: false,
};

const TABLES: Readonly<Record<string, EndTable>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  pt: portuguese,
  it: italian,
  ru: russian,
  uk: ukrainian,
  tr: turkish,
  ar: arabic,
  fa: persian,
  hi: hindi,
};

/** Languages beside German that write ordinals with a full stop (CLDR). */
const WITH_ORDINALS = new Set(["da", "nb", "nn", "no", "fi", "cs", "sk", "pl", "hu", "hr", "sr", "sl", "bs", "et", "lv", "is", "tr"]);

const OTHER: EndTable = {
  titles: set("Mr Mrs Ms Dr dr Prof prof St"),
  aroundNames: NOTHING,
  numbered: set("p pp nr Nr no No n° st"),
  ordinary: NOTHING,
  inside: set("ca vs cf"),
  maybe: set("etc Inc Ltd Co"),
  starters: NOTHING,
  ordinals: false,
};
const OTHER_WITH_ORDINALS: EndTable = { ...OTHER, ordinals: true };

/** The table of a language; a cautious one for a language that has none. */
export function endTable(lang: string): EndTable {
  const base = lang.toLowerCase().split(/[-_]/)[0] ?? "";
  return (Object.hasOwn(TABLES, base) ? TABLES[base] : undefined) ?? (WITH_ORDINALS.has(base) ? OTHER_WITH_ORDINALS : OTHER);
}
