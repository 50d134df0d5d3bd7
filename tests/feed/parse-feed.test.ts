import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainText } from "../../src/feed/index.ts";
import { Failure } from "../../src/model/index.ts";
import { atom, read, rss, sourceOf } from "./read.ts";

const item = (inner: string, attributes = "") => read(rss(`<title>Harbour News</title><item>${inner}</item>`, attributes)).items[0];
const entry = (inner: string, attributes = "") => read(atom(`<title>Harbour News</title><entry>${inner}</entry>`, attributes)).items[0];

describe("RSS", () => {
  it("gives what a channel and its items say", () => {
    const feed = read(
      rss(`<title>Harbour News</title><link>https://news.example/</link><description>From the quay</description><language>en-GB</language>
        <lastBuildDate>Mon, 02 Mar 2026 08:00:00 +0100</lastBuildDate><managingEditor>desk@news.example (The Desk)</managingEditor>
        <item><title>Ferry back</title><link>https://news.example/ferry</link><guid isPermaLink="false">f-1</guid>
          <description>&lt;p&gt;It &amp;amp; its crew sail.&lt;/p&gt;</description><pubDate>Sun, 01 Mar 2026 21:15:00 GMT</pubDate>
          <category>Sea</category><category>Travel</category>
          <enclosure url="/sound/ferry.mp3" type="audio/mpeg" length="1234"/></item>
        <item><title>Second</title></item>`),
    );
    expect(feed).toMatchObject({
      title: "Harbour News",
      link: "https://news.example/",
      description: "From the quay",
      language: "en-GB",
      updated: "2026-03-02T07:00:00Z",
      authors: [{ name: "The Desk", email: "desk@news.example" }],
    });
    expect(feed.items.map(({ title }) => title)).toEqual(["Ferry back", "Second"]);
    expect(feed.items[0]).toMatchObject({
      id: "f-1",
      link: "https://news.example/ferry",
      summary: "<p>It &amp; its crew sail.</p>",
      content: null,
      published: "2026-03-01T21:15:00Z",
      categories: ["Sea", "Travel"],
      enclosures: [{ url: "https://news.example/sound/ferry.mp3", type: "audio/mpeg", length: 1234 }],
    });
  });

  it("takes a guid for the link where there is none, unless the guid says that it is no address", () => {
    expect(item("<guid>https://news.example/a/1.html</guid>")?.link).toBe("https://news.example/a/1.html");
    expect(item('<guid isPermaLink="false">https://news.example/a/1.html</guid>')?.link).toBeNull();
    expect(item("<link></link><guid>https://news.example/a/1.html</guid>")?.link).toBe("https://news.example/a/1.html");
    expect(item('<guid isPermaLink="true">/a/1</guid>')?.link).toBe("https://news.example/a/1");
  });

  it("tells the whole from the summary", () => {
    const content = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"';
    const both = item("<description>Short.</description><content:encoded><![CDATA[<p>Long.</p>]]></content:encoded>", content);
    expect([both?.summary, both?.content]).toEqual(["Short.", "<p>Long.</p>"]);
    const second = item("<summary>Short.</summary><description>Long.</description>");
    expect([second?.summary, second?.content]).toEqual(["Short.", "Long."]);
  });

  it("keeps markup that nobody escaped", () => {
    expect(item("<description>He said <b>no</b> &amp; left.</description>")?.summary).toBe("He said <b>no</b> & left.");
  });

  it("reads RDF, whose items stand beside the channel", () => {
    const feed =
      read(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://news.example/"><title>Old News</title><link>https://news.example/</link></channel>
      <item rdf:about="https://news.example/1"><title>One</title><d:creator>Ann Example</d:creator><d:date>2026-03-01</d:date></item></rdf:RDF>`);
    expect(feed.title).toBe("Old News");
    expect(feed.items).toMatchObject([
      { title: "One", link: "https://news.example/1", authors: [{ name: "Ann Example", email: null }], updated: "2026-03-01" },
    ]);
  });

  it("knows the vocabularies by their addresses, and by their usual prefixes where they were not declared", () => {
    expect(item("<m:title>By picture</m:title>", 'xmlns:m="http://search.yahoo.com/mrss"')?.title).toBe("By picture");
    expect(item("<dc:creator>Ann Example</dc:creator>")?.authors[0]?.name).toBe("Ann Example");
    expect(item('<media:thumbnail url="/t.jpg"/>')?.image).toBe("https://news.example/t.jpg");
    expect(item("<x:title>Not ours</x:title>", 'xmlns:x="https://example.org/own"')?.title).toBeNull();
  });
});

describe("Atom", () => {
  it("gives what a feed and its entries say", () => {
    const feed = read(
      atom(
        `<id>urn:x</id><title type="html">Tide &amp;amp; Time</title><subtitle>Hours</subtitle><updated>2026-03-01T10:00:00+02:00</updated>
         <link rel="self" href="/feed.atom"/><link href="/"/>
         <entry><id>urn:1</id><title>High &lt;b&gt;water&lt;/b&gt;</title><link rel="alternate" type="text/html" href="high"/>
           <link rel="enclosure" href="high.mp3" type="audio/mpeg" length="9"/><summary>Soon.</summary>
           <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>See <a href="map">the map</a>.</p></div></content>
           <published>2026-02-28T23:00:00Z</published><author><name>Bo Example</name><email>bo@news.example</email></author>
           <category term="sea" label="The sea"/></entry>`,
        'xml:base="https://news.example/tides/" xml:lang="en"',
      ),
    );
    expect(feed).toMatchObject({
      id: "urn:x",
      link: "https://news.example/",
      description: "Hours",
      language: "en",
      updated: "2026-03-01T08:00:00Z",
    });
    expect(plainText(feed.title)).toBe("Tide & Time");
    expect(feed.items[0]).toMatchObject({
      link: "https://news.example/tides/high",
      summary: "Soon.",
      content: '<p>See <a href="https://news.example/tides/map">the map</a>.</p>',
      published: "2026-02-28T23:00:00Z",
      authors: [{ name: "Bo Example", email: "bo@news.example" }],
      enclosures: [{ url: "https://news.example/tides/high.mp3", type: "audio/mpeg", length: 9 }],
      categories: ["The sea", "sea"],
    });
    expect(plainText(feed.items[0]?.title ?? null)).toBe("High water");
  });

  it("keeps plain text plain, and unpacks what is packed", () => {
    expect(entry('<content type="text">5 &lt; 6</content>')?.content).toBe("5 &lt; 6");
    expect(entry(`<content type="application/octet-stream">${btoa("<p>packed</p>")}</content>`)?.content).toBe("<p>packed</p>");
    expect(entry(`<content mode="base64" type="text/html">${btoa("<p>packed</p>")}</content>`)?.content).toBe("<p>packed</p>");
  });

  it("nests the bases that elements give", () => {
    const content = '<content type="html" xml:base="deep/">&lt;img src="a.png"&gt;</content>';
    expect(entry(content, 'xml:base="https://news.example/x/"')?.content).toBe('<img src="https://news.example/x/deep/a.png">');
  });

  it("reads 0.3", () => {
    const feed = read(
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><tagline>Old</tagline><entry><issued>2004-01-02T03:04:05Z</issued></entry></feed>',
    );
    expect([feed.description, feed.items[0]?.published]).toEqual(["Old", "2004-01-02T03:04:05Z"]);
  });
});

describe("JSON", () => {
  it("reads a JSON feed", () => {
    const feed = read(
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "Small & quick",
        home_page_url: "https://news.example/",
        items: [
          { id: 7, url: "/7", content_text: "One\n\nTwo < three", date_published: "2026-03-01T10:00:00-05:00", tags: ["a"] },
          {
            id: "https://news.example/8",
            content_html: '<img src="b.png">',
            attachments: [{ url: "/8.mp3", mime_type: "audio/mpeg", size_in_bytes: 3 }],
          },
        ],
      }),
    );
    expect(plainText(feed.title)).toBe("Small & quick");
    expect(feed.items).toMatchObject([
      { id: "7", link: "https://news.example/7", content: "<p>One</p>\n<p>Two &lt; three</p>", published: "2026-03-01T15:00:00Z" },
      {
        link: "https://news.example/8",
        content: '<img src="https://news.example/b.png">',
        enclosures: [{ url: "https://news.example/8.mp3", type: "audio/mpeg", length: 3 }],
      },
    ]);
  });

  it("reads RSS written as JSON, and refuses what is no feed", () => {
    expect(read('{"rss":{"channel":{"title":"J","item":[{"title":"a","guid":{"#value":"https://news.example/a"}}]}}}').items[0]?.link).toBe(
      "https://news.example/a",
    );
    for (const no of ['{"a":1}', "{broken", "[1,2]"]) expect(() => read(no)).toThrow(Failure);
  });
});

describe("what is broken", () => {
  it("is read as it was meant", () => {
    const cut = read("<rss><channel><title>Cut off</title><item><title>Whole</title></item><item><title>Hal");
    expect(cut.items.map(({ title }) => title)).toEqual(["Whole", "Hal"]);
    expect(item("<title>Fish & chips < 5</title>")?.title).toContain("Fish & chips");
    expect(item("<title>Caf&eacute; &hellip; &#8217; &#146;</title>")?.title).toBe("Café … ’ ’");
    expect(read(`\n\n<!-- x -->${rss("<title>Late</title>")}`).title).toBe("Late");
  });

  it("is read in the charset that it is in", () => {
    const latin = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
    expect(
      read(latin('<?xml version="1.0" encoding="windows-1252"?><rss><channel><title>Caf\xe9 \x93x\x94</title></channel></rss>')).title,
    ).toBe("Café “x”");
    expect(read(latin("<rss><channel><title>Caf\xe9</title></channel></rss>")).title).toBe("Café");
    expect(read(latin('<?xml version="1.0" encoding="utf-8"?><rss><channel><title>Caf\xe9</title></channel></rss>')).title).toBe("Café");
    expect(read(latin("<rss><channel><title>\xcf</title></channel></rss>"), { charset: "koi8-r" }).title).toBe("о");
    expect(read(Uint8Array.from([0xff, 0xfe, ...[...latin(rss("<title>Wide</title>"))].flatMap((byte) => [byte, 0])])).title).toBe("Wide");
  });

  it("is refused where it is made to break readers, and names nothing that is fetched", () => {
    const doctype = (inner: string, title: string) => `<!DOCTYPE rss [${inner}]>${rss(`<title>${title}</title>`)}`;
    expect(read(doctype('<!ENTITY desk "The Desk">', "&desk;")).title).toBe("The Desk");
    expect(read(doctype('<!ENTITY f SYSTEM "file:///etc/passwd">', "a&f;b")).title).toBe("ab");
    const levels = Array.from({ length: 10 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join("");
    expect(() => read(doctype(`<!ENTITY l0 "lol">${levels}`, "&l10;"))).toThrow(Failure);
    expect(() => read(doctype(`<!ENTITY big "${"a".repeat(50_000)}">`, "&big;".repeat(1000)))).toThrow(Failure);
    expect(() => read(doctype('<!ENTITY a "&b;"><!ENTITY b "&a;">', "&a;"))).toThrow(Failure);
    expect(() => read(rss(`<item><description>${"<b>".repeat(200_000)}</description></item>`))).toThrow(Failure);
  });

  it("gives no address that is code or a file of ours, and no item that is none", () => {
    const bad = item('<link>javascript:alert(1)</link><enclosure url="file:///etc/passwd"/><enclosure url="/a.mp3"/>');
    for (const scheme of ["ascript", "ms-settings", "lectern", "app", "\u0001javascript"])
      expect(item(`<link>${scheme}:alert(1)</link>`)?.link ?? null).toBeNull();
    expect([bad?.link, bad?.enclosures.map(({ url }) => url)]).toEqual([null, ["https://news.example/a.mp3"]]);
    expect(read('{"items":[1,null,"x",{"id":"1"}]}').items).toHaveLength(1);
  });

  it("never ends in anything but a feed or a failure, and pollutes nothing", () => {
    const base = rss('<title>A</title><item><link>x</link><description>&lt;a href="y"&gt;</description><pubDate>1 Jan 04</pubDate></item>');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(base.length), fc.nat(9), fc.string({ unit: "binary", maxLength: 9 })), { maxLength: 6 }),
        (edits) => {
          let broken = base;
          for (const [at, length, put] of edits) broken = broken.slice(0, at) + put + broken.slice(at + length);
          try {
            for (const one of read(broken).items) plainText(one.title);
          } catch (thrown) {
            expect(thrown).toBeInstanceOf(Failure);
          }
        },
      ),
      { numRuns: 500 },
    );
    read('{"items":[{"__proto__":{"polluted":1},"id":"1"}],"__proto__":{"polluted":1}}');
    read('<rss><channel><item __proto__="x"><__proto__>y</__proto__></item></channel></rss>');
    expect("polluted" in {}).toBe(false);
  });

  it("says what is no feed", () => {
    for (const no of ["", "  ", "<!doctype html><p>x", "<html><body>x", "<svg/>", "just words"]) expect(() => read(no)).toThrow(Failure);
    expect(() => read(sourceOf("<rss/>").bytes)).not.toThrow();
  });
});
