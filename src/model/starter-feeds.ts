/** A source that is offered to whoever has none yet. Nothing is subscribed to unasked. */
export interface StarterFeed {
  /** BCP 47. */
  readonly lang: string;
  readonly name: string;
  /** A feed, or a site that names its feed. */
  readonly address: string;
}

/**
 * Public sources of news, of the languages that Lectern speaks itself, whose pages are plain to read; first those made for people who are
 * blind or who learn a language. Source: the sites' own pages on their feeds; they change, and then the subscription says so.
 */
export const STARTER_FEEDS: readonly StarterFeed[] = [
  { lang: "en", name: "VOA Learning English", address: "https://learningenglish.voanews.com/" },
  { lang: "en", name: "RNIB", address: "https://www.rnib.org.uk/" },
  { lang: "en", name: "AppleVis", address: "https://www.applevis.com/" },
  { lang: "en", name: "NV Access (NVDA)", address: "https://www.nvaccess.org/feed/" },
  { lang: "en", name: "Blind Access Journal", address: "https://blindaccessjournal.com/feed/" },
  { lang: "en", name: "Freedom Scientific", address: "https://blog.freedomscientific.com/feed/" },
  { lang: "en", name: "W3C Web Accessibility Initiative", address: "https://www.w3.org/WAI/feed.xml" },
  { lang: "en", name: "WebAIM", address: "https://webaim.org/blog/feed" },
  { lang: "en", name: "BBC News", address: "https://feeds.bbci.co.uk/news/rss.xml" },
  { lang: "en", name: "NPR News", address: "https://feeds.npr.org/1001/rss.xml" },
  { lang: "en", name: "The Guardian, World", address: "https://www.theguardian.com/world/rss" },
  { lang: "en", name: "ProPublica", address: "https://www.propublica.org/feeds/propublica/main" },
  { lang: "en", name: "UN News", address: "https://news.un.org/feed/subscribe/en/news/all/rss.xml" },
  { lang: "en", name: "Deutsche Welle", address: "https://rss.dw.com/rdf/rss-en-all" },
  { lang: "de", name: "nachrichtenleicht", address: "https://www.nachrichtenleicht.de/" },
  { lang: "de", name: "Deutscher Blinden- und Sehbehindertenverband", address: "https://www.dbsv.org/" },
  { lang: "de", name: "Deutsche Welle", address: "https://rss.dw.com/rdf/rss-de-all" },
  { lang: "de", name: "tagesschau", address: "https://www.tagesschau.de/" },
  { lang: "fr", name: "RFI", address: "https://www.rfi.fr/fr/rss" },
  { lang: "fr", name: "France 24", address: "https://www.france24.com/fr/rss" },
  { lang: "fr", name: "ONU Info", address: "https://news.un.org/feed/subscribe/fr/news/all/rss.xml" },
  { lang: "es", name: "BBC News Mundo", address: "https://feeds.bbci.co.uk/mundo/rss.xml" },
  { lang: "es", name: "Noticias ONU", address: "https://news.un.org/feed/subscribe/es/news/all/rss.xml" },
  { lang: "pt", name: "BBC News Brasil", address: "https://feeds.bbci.co.uk/portuguese/rss.xml" },
  { lang: "pt", name: "ONU News", address: "https://news.un.org/feed/subscribe/pt/news/all/rss.xml" },
  { lang: "it", name: "ANSA", address: "https://www.ansa.it/sito/ansait_rss.xml" },
  { lang: "ru", name: "Русская служба Би-би-си", address: "https://feeds.bbci.co.uk/russian/rss.xml" },
  { lang: "ru", name: "Новости ООН", address: "https://news.un.org/feed/subscribe/ru/news/all/rss.xml" },
  { lang: "uk", name: "BBC News Україна", address: "https://feeds.bbci.co.uk/ukrainian/rss.xml" },
  { lang: "ar", name: "بي بي سي نيوز عربي", address: "https://feeds.bbci.co.uk/arabic/rss.xml" },
  { lang: "ar", name: "أخبار الأمم المتحدة", address: "https://news.un.org/feed/subscribe/ar/news/all/rss.xml" },
  { lang: "fa", name: "بی‌بی‌سی فارسی", address: "https://feeds.bbci.co.uk/persian/rss.xml" },
  { lang: "tr", name: "BBC News Türkçe", address: "https://feeds.bbci.co.uk/turkce/rss.xml" },
  { lang: "hi", name: "बीबीसी हिन्दी", address: "https://feeds.bbci.co.uk/hindi/rss.xml" },
  { lang: "zh", name: "BBC News 中文", address: "https://feeds.bbci.co.uk/zhongwen/simp/rss.xml" },
];

/** The languages of the starter feeds, in their order; the listener's own, which they look for, comes first. */
export function starterLanguages(own: string): string[] {
  const all = [...new Set(STARTER_FEEDS.map(({ lang }) => lang))];
  return [...all.filter((lang) => lang === own), ...all.filter((lang) => lang !== own)];
}
