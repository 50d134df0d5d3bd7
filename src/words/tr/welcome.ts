/** İlk makale, Markdown. Ayraç içindeki adlar komutların tuşlarıdır. */
export const welcome = {
  "welcome.article": `# Lectern’e hoş geldiniz

Lectern size haberleri okur. Bu, ötekiler gibi bir makaledir: {play} tuşlarına basın, yüksek sesle okunur. {play} tuşlarına yeniden basın, cümlenin ortasında durur. Bir kez daha basın, kaldığı yerden sürer.

## Dolaşmak

{nextSentence} sonraki cümleye, {previousSentence} öncekine gider. {nextParagraph} ve {previousParagraph} paragraf paragraf gider. {nextSection} ve {previousSection} bölüm bölüm gider: şimdi deneyin, sonraki başlığı duyarsınız.

Yolunuzu mu yitirdiniz? {whereAmI} nerede olduğunuzu söyler: bölümü, paragrafı ve kalan dakikaları. {repeat} son cümleyi yineler; iki kez basarsanız kelime kelime, üç kez basarsanız harf harf. {explain} bir kısaltmanın ne demek olduğunu söyler, makale açıklıyorsa. Bir ad yanlış okunursa {fixPronunciation} tuşlarına basın, adı okunduğu gibi yazın ve Enter’a basın: artık sizin istediğiniz gibi okunur.

## Kendi hızınız

{faster} hızlandırır, {slower} yavaşlatır. Değişiklik hemen duyulur. Bunun üç katı hızla dinleyenler vardır; acelesi yok.

## Kendi görünüşünüz

{largerText} metni büyütür, {smallerText} küçültür, {resetText} eski boyutuna döndürür. Metin beş katına kadar büyüyebilir ve hiçbir zaman yana kaydırmak gerekmez. Ayarlarda açık ve koyu sayfalar, sepya ve en güçlü karşıtlıkta üç tema vardır. Duyduğunuz cümle vurgulanır, kelime de.

## Ekran okuyucuyla birlikte

Ekran okuyucu kullanıyorsanız onun komutları burada çalışır: başlıklar başlıktır, fotoğraflar fotoğraftır. Lectern’i duraklatın, imleç son duyduğunuz cümlede durur; ekran okuyucunuz oradan sürdürebilir. Ekran okuyucunuzla başka bir yere gidin, {play} tuşlarına basın, Lectern o yerden sürdürür.

## Bir makale açmak

{open} bir sayfayı adresiyle ya da bir dosyayı açar. {paste} kopyaladığınız metni alır. Lectern makaleyi alır, ona ait olmayanı dışarıda bırakır: menüleri, reklamları, düğmeleri. Neyi dışarıda bıraktığını söyler. Fotoğraf duyurulur, fotoğraf yazısı sayfada iki kez olsa bile bir kez okunur.

Okuduğunuz hiçbir şey bu bilgisayardan çıkmaz. {help} bütün tuşları gösterir ve bunun gibi başka yardım makalelerine götürür. Şimdi {open} tuşlarına basın ve haberleri açın.
`,
} as const;
