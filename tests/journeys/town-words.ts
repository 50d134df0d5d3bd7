import type { SaidLanguage } from "../../src/model/index.ts";

/** What the news of a small town says in one language: made up, so that every view has something to show. */
export interface TownWords {
  /** The feeds' names: the first has news, the second more of it, the third never answers. */
  readonly feeds: readonly [string, string, string];
  readonly folder: string;
  readonly author: string;
  /** The article that is read. */
  readonly title: string;
  readonly paragraphs: readonly [string, string, string, string];
  /** What one of the paragraphs leads to. */
  readonly link: string;
  readonly heading: string;
  readonly photo: string;
  readonly caption: string;
  readonly quotation: string;
  readonly list: readonly [string, string, string];
  readonly table: readonly [readonly [string, string], readonly [string, string], readonly [string, string]];
  /** A paragraph that comes later. */
  readonly news: string;
  /** The footer, which is no part of the article. */
  readonly rights: string;
  readonly headlines: readonly [string, string, string, string, string, string];
  readonly note: string;
  /** A word and how it is said. */
  readonly word: readonly [string, string];
  readonly profile: string;
  /** A word of the article to look for. */
  readonly wanted: string;
}

const en: TownWords = {
  feeds: ["Harbour Daily", "The Coast and the Islands", "Evening Post"],
  folder: "Local",
  author: "Mara Lindt",
  title: "The harbour opens again after three years of work",
  paragraphs: [
    "The first ships came in on Monday morning. Hundreds of people had come to see them. A band played on the quay until noon.",
    "The work cost more than the town had hoped. The mayor called it a gate to the sea and thanked the workers.",
    "Behind the new wall there are sheds for the boats, a market for the catch and a lighthouse that was moved stone by stone from the other side of the bay.",
    "The old bridge will be repaired in the summer. Cars must take the long way round until then.",
  ],
  link: "a gate to the sea",
  heading: "What was built",
  photo: "Two boats lie at a new quay below a red sun",
  caption: "The first two boats at the new quay on Monday morning.",
  quotation: "We waited for this day, and now it is here.",
  list: ["Nine hundred metres of wall", "Two hundred new berths", "One very old crane"],
  table: [
    ["Year", "Ships"],
    ["First", "Forty"],
    ["Second", "Ninety"],
  ],
  news: "The mayor will speak again on Friday. Nobody knows yet what she will say.",
  rights: "All rights reserved",
  headlines: [
    "Ferry returns after repairs",
    "Night trains to the coast are back, and the first of them was full before its tickets went on sale",
    "Market moves to the quay",
    "Bakers choose the best bread of the year",
    "School choir sings in the lighthouse",
    "Rain is expected until Thursday",
  ],
  note: "Ask her what the crane weighs.",
  word: ["quay", "key"],
  profile: "Evening",
  wanted: "quay",
};

const de: TownWords = {
  feeds: ["Hafennachrichten", "Küstenlandschaft und Inselgemeinden", "Abendzeitung"],
  folder: "Aus der Umgebung",
  author: "Mara Lindt",
  title: "Der Hafen öffnet nach dreijährigen Bauarbeiten wieder",
  paragraphs: [
    "Am Montagmorgen liefen die ersten Schiffe ein. Hunderte Menschen waren gekommen, um sie zu sehen. Bis zum Mittag spielte am Kai eine Kapelle.",
    "Die Arbeiten kosteten mehr, als die Stadt gehofft hatte. Die Bürgermeisterin nannte den Hafen ein Tor zum Meer und dankte den Arbeitern.",
    "Hinter der neuen Mauer stehen Bootsschuppen, eine Fischversteigerungshalle und ein Leuchtturm, der Stein für Stein von der anderen Seite der Bucht herübergebracht wurde.",
    "Die alte Brücke wird im Sommer ausgebessert. Bis dahin müssen Autos den langen Weg nehmen.",
  ],
  link: "ein Tor zum Meer",
  heading: "Was gebaut wurde",
  photo: "Zwei Boote liegen unter einer roten Sonne an einem neuen Kai",
  caption: "Die ersten beiden Boote am Montagmorgen am neuen Kai.",
  quotation: "Auf diesen Tag haben wir gewartet, und nun ist er da.",
  list: ["Neunhundert Meter Mauer", "Zweihundert neue Liegeplätze", "Ein sehr alter Kran"],
  table: [
    ["Jahr", "Schiffe"],
    ["Erstes", "Vierzig"],
    ["Zweites", "Neunzig"],
  ],
  news: "Die Bürgermeisterin spricht am Freitag noch einmal. Was sie sagen wird, weiß noch niemand.",
  rights: "Alle Rechte vorbehalten",
  headlines: [
    "Die Fähre fährt nach der Reparatur wieder",
    "Nachtzüge an die Küste sind zurück, und der erste war ausverkauft, ehe der Kartenverkauf überhaupt begann",
    "Der Markt zieht an den Kai um",
    "Bäcker wählen das beste Brot des Jahres",
    "Der Schulchor singt im Leuchtturm",
    "Bis Donnerstag wird Regen erwartet",
  ],
  note: "Sie fragen, wie viel der Kran wiegt.",
  word: ["Kai", "Kei"],
  profile: "Abend",
  wanted: "Kai",
};

const ar: TownWords = {
  feeds: ["أخبار الميناء", "الساحل والجزر", "جريدة المساء"],
  folder: "محلية",
  author: "مارا لندت",
  title: "الميناء يفتح من جديد بعد ثلاث سنوات من العمل",
  paragraphs: [
    "دخلت السفن الأولى صباح الاثنين. وجاء مئات الناس ليروها. وعزفت فرقة على الرصيف حتى الظهر.",
    "كلّف العمل أكثر مما كانت المدينة ترجو. وسمّته رئيسة البلدية بوابة إلى البحر وشكرت العمال.",
    "وراء السور الجديد مخازن للقوارب وسوق للسمك ومنارة نُقلت حجراً حجراً من الجانب الآخر من الخليج.",
    "سيُصلح الجسر القديم في الصيف. وعلى السيارات أن تسلك الطريق الطويل حتى ذلك الحين.",
  ],
  link: "بوابة إلى البحر",
  heading: "ما الذي بُني",
  photo: "قاربان عند رصيف جديد تحت شمس حمراء",
  caption: "القاربان الأولان عند الرصيف الجديد صباح الاثنين.",
  quotation: "انتظرنا هذا اليوم، وها هو قد جاء.",
  list: ["تسعمئة متر من السور", "مئتا مرسى جديد", "رافعة قديمة جداً"],
  table: [
    ["السنة", "السفن"],
    ["الأولى", "أربعون"],
    ["الثانية", "تسعون"],
  ],
  news: "ستتكلم رئيسة البلدية مرة أخرى يوم الجمعة. ولا أحد يعرف بعد ما ستقوله.",
  rights: "جميع الحقوق محفوظة",
  headlines: [
    "العبّارة تعود بعد الإصلاح",
    "قطارات الليل إلى الساحل تعود، وأولها امتلأ قبل أن يبدأ بيع التذاكر",
    "السوق ينتقل إلى الرصيف",
    "الخبازون يختارون أفضل خبز في السنة",
    "جوقة المدرسة تغني في المنارة",
    "أمطار متوقعة حتى الخميس",
  ],
  note: "اسألها كم تزن الرافعة.",
  word: ["الرصيف", "رصيف"],
  profile: "المساء",
  wanted: "الرصيف",
};

const zh: TownWords = {
  feeds: ["港口日报", "海岸与群岛", "晚报"],
  folder: "本地",
  author: "林玛拉",
  title: "历经三年施工，港口重新开放",
  paragraphs: [
    "第一批船只于星期一早晨进港。数百人前来观看。乐队在码头上一直演奏到中午。",
    "工程费用超出了全城的预期。市长称它为通向大海的门，并向工人们致谢。",
    "新墙后面有船棚、鱼市，还有一座从海湾对岸一块石头一块石头搬来的灯塔。",
    "旧桥将在夏天修缮。在那之前，汽车必须绕远路。",
  ],
  link: "通向大海的门",
  heading: "建成了什么",
  photo: "红日之下，两条船停在新码头旁",
  caption: "星期一早晨，最先到达新码头的两条船。",
  quotation: "我们等的就是这一天，现在它来了。",
  list: ["九百米长的墙", "两百个新泊位", "一台很旧的起重机"],
  table: [
    ["年份", "船只"],
    ["第一年", "四十"],
    ["第二年", "九十"],
  ],
  news: "市长将于星期五再次讲话。还没有人知道她会说什么。",
  rights: "版权所有",
  headlines: [
    "渡轮修理后恢复航行",
    "开往海边的夜班火车回来了，第一班车在开始售票之前就已经满座",
    "市场搬到码头",
    "面包师评选年度最佳面包",
    "学校合唱团在灯塔里唱歌",
    "预计星期四之前都有雨",
  ],
  note: "问问她起重机有多重。",
  word: ["码头", "马头"],
  profile: "晚上",
  wanted: "码头",
};

const KNOWN: { readonly [L in SaidLanguage]?: TownWords } = { en, de, ar, zh };

/** The town's news in a language; in English where nobody wrote it. */
export const townWords = (lang: SaidLanguage): TownWords => KNOWN[lang] ?? en;
