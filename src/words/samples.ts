/** A sentence for trying a voice, in its language. Each says: "This is how I read the news to you: not too fast, and clearly." */
const SAMPLES: Readonly<Record<string, string>> = {
  en: "This is how I read the news to you: not too fast, and clearly.",
  fr: "Voici comment je vous lis les nouvelles : sans hâte, et clairement.",
  de: "So lese ich Ihnen die Nachrichten vor: nicht zu schnell, und deutlich.",
  es: "Así le leo las noticias: sin prisa y con claridad.",
  pt: "É assim que leio as notícias para você: sem pressa e com clareza.",
  it: "Ecco come le leggo le notizie: senza fretta e con chiarezza.",
  ca: "Així li llegeixo les notícies: sense pressa i amb claredat.",
  nl: "Zo lees ik u het nieuws voor: niet te snel, en duidelijk.",
  sv: "Så här läser jag nyheterna för dig: inte för fort, och tydligt.",
  da: "Sådan læser jeg nyhederne for dig: ikke for hurtigt, og tydeligt.",
  nb: "Slik leser jeg nyhetene for deg: ikke for fort, og tydelig.",
  fi: "Näin luen sinulle uutiset: rauhallisesti ja selvästi.",
  pl: "Tak czytam wiadomości: niezbyt szybko i wyraźnie.",
  cs: "Takto vám čtu zprávy: ne příliš rychle a zřetelně.",
  ro: "Așa vă citesc știrile: fără grabă și clar.",
  hu: "Így olvasom fel a híreket: nem túl gyorsan, és érthetően.",
  el: "Έτσι σας διαβάζω τις ειδήσεις: όχι πολύ γρήγορα, και καθαρά.",
  ru: "Так я читаю вам новости: не спеша и отчётливо.",
  uk: "Так я читаю вам новини: не поспішаючи й виразно.",
  tr: "Haberleri size böyle okurum: çok hızlı değil ve anlaşılır.",
  ar: "هكذا أقرأ لك الأخبار: بلا عجلة وبوضوح.",
  fa: "خبرها را این‌گونه برایتان می‌خوانم: نه خیلی تند، و روشن.",
  he: "כך אני קורא לך את החדשות: לא מהר מדי, ובבירור.",
  hi: "मैं आपको समाचार ऐसे पढ़कर सुनाता हूँ: बहुत तेज़ नहीं, और साफ़।",
  zh: "我就这样为您读新闻：不太快，而且清楚。",
  ja: "ニュースはこのように読みます。速すぎず、はっきりと。",
  ko: "저는 뉴스를 이렇게 읽어 드립니다. 너무 빠르지 않고 또렷하게.",
  vi: "Tôi đọc tin tức cho bạn như thế này: không quá nhanh và rõ ràng.",
  id: "Beginilah saya membacakan berita untuk Anda: tidak terlalu cepat, dan jelas.",
  sw: "Hivi ndivyo ninavyokusomea habari: bila haraka, na kwa uwazi.",
};

/** What every voice can say in its own language. */
const COUNTED = "1, 2, 3, 4, 5, 6, 7.";

/** A sentence for trying a voice. @param lang BCP 47; of a language without a sentence the voice counts */
export const sampleOf = (lang: string): string => SAMPLES[lang.toLowerCase().split(/[-_]/)[0] ?? ""] ?? COUNTED;
