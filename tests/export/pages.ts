/** Pages that books are made of: of everything an article can have, short, long, from right to left, and of what wants to be more than text. */
export const PAGES: Record<string, string> = {
  rich: `<html lang="en"><title>Ferry &amp; &lt;swans&gt;</title><body><article><p class="kicker">Transport</p><h1>Ferry &amp; &lt;swans&gt; "sail" again</h1>
<p>The ferry left the <em>northern <strong>pier</strong></em> at noon, with <a href="https://example.org/?a=1&b=2">nine people</a> on board. The <span lang="fr">capitaine était content</span> of it.</p>
<figure><img src="https://example.org/ferry.png" alt="A white ferry"><figcaption>The ferry leaves the pier</figcaption></figure>
<h2>At sea</h2><p>It was the first crossing since the storm, and the U.S. Coast Guard had checked the boat twice before it was let out.</p>
<ul><li>One boat<ol><li>with a mast</li><li>with a flag</li></ol></li><li>Two swans, which nobody had counted before</li></ul>
<table><caption>Boats</caption><tr><th>Name</th><th>Seats</th></tr><tr><th>Anna</th><td>12</td></tr><tr><th>Berta</th><td>30</td></tr></table>
<blockquote><p>We saw seals. Many of them.</p></blockquote><pre><code>if (a &lt; b &amp;&amp; c) { sail(); }</code></pre><hr>
<h2>Notes</h2><p>The council will decide in the spring whether the ferry can stay<sup><a href="#fn1">1</a></sup>, and whether the swans can.</p>
<ol class="footnotes"><li id="fn1">The council met on Monday in the old town hall.</li></ol></article></body></html>`,
  short: "<html lang=de><title>Kurz</title><body><article><h1>Kurz</h1><p>Ein Satz genügt, um etwas zu sagen.</p></article></body></html>",
  right: `<html lang="ar" dir="rtl"><title>العبارة</title><body><article><h1>العبارة تبحر مرة أخرى</h1><p>غادرت العبارة الرصيف الشمالي ظهر يوم الاثنين وعلى متنها تسعة أشخاص. وقال القبطان إنه سعيد بذلك.</p><h2>في البحر</h2><p>كانت هذه أول رحلة منذ العاصفة، وقد فحص خفر السواحل القارب مرتين.</p></article></body></html>`,
  hostile: `<html lang="not a language"><title>]]&gt;</title><body><article><h1>A title that is ]]&gt; &lt;script&gt;alert(1)&lt;/script&gt;</h1><p>Text with \u0001 controls, \ufffe and "quotes", &lt;img src=x onerror=alert(1)&gt;, and <a href="javascript:alert(1)">a link that is none</a>.</p></article></body></html>`,
  addresses: `<html lang="en"><title>Addresses</title><body><article><h1>Addresses</h1><p>The harbour has <a href="http://e.example/[31m">an old address</a>, <a href="http://e.example/a|b^c\u0060?x={y}|[1]#a#b[c]">a worse one</a>, <a href="http://e.example/100%/50%zz">one with percent signs</a>, <a href="http://[2001:db8::1]/x">one of numbers</a> and <a href="mailto:a b[c]@e.example">a letter box</a>.</p></article></body></html>`,
};
PAGES.long = `<html lang="en"><title>Long</title><body><article><h1>Long</h1>${Array.from({ length: 60 }, (_, n) => `<h2>Part ${n}</h2><p>The ${n}th part says one thing. And it says another one too.</p>`).join("")}</article></body></html>`;
