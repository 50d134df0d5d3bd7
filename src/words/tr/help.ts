import type { Help } from "../en/help.ts";

/** As `en/help.ts`, in Turkish. */
export const HELP: Help = {
  start: `# Başlarken

Bu, ötekiler gibi bir makaledir. {play} ile yüksek sesle okunur; bir kez daha kullanırsanız okuma duraklar. Yardımın tamamı böyle okunabilir: {find} içinde kelime bulur, {largerText} yazıyı büyütür, {nextSection} bölümden bölüme gider.

## Haberleri açmak

{open} bir sayfayı adresiyle ya da bir dosyayı açar. {paste} başka yerde kopyaladığınız metni alır. Lectern makaleyi alır; menüleri, reklamları ve düğmeleri dışarıda bırakır. Dışarıda bırakılanlar Görünüm menüsünde listelenir ve geri konabilir.

## Dolaşmak

{nextSentence} sonraki cümleye, {previousSentence} öncekine gider. {nextParagraph} ve {previousParagraph} paragraf paragraf gider. {elements} başlıkları, fotoğrafları, alıntıları ve bağlantıları listeler. {nextRegion} pencerenin bir kısmından sonrakine geçer: üstteki düğmeler, “Neredesiniz?”, bölümler, makale, oynatıcı.

## Neredeyim, nasıl geri dönerim

{whereAmI} nerede olduğunuzu söyler. Üstteki düğmelerin altındaki satır da bunu gösterir: kitaplık, liste, makale ve bölümü. Her biri sizi oraya götürür. {back} sizi daha önce bulunduğunuz yere, aynı cümleye ve aynı düğmeye döndürür; {forward} yeniden ileri gider.

## Kendinize göre ayarlamak

{settings} ayarları açar. Her değişiklik hemen duyulur ya da görülür. Normalin beş katına kadar yazı boyutları, daha kolay okunan yazı tipleri, aralıklar, renkler, okuma cetveli, sesler ve okuma hızları vardır. Profil bunların hepsini bir adla saklar. Tüm ayarlar bir dosyaya kaydedilebilir ve bir dosyadan alınabilir.
`,
  readers: `# Ekran okuyucuyla birlikte

Kimin konuşacağı için üç seçenek vardır; bir tuş ya da menüdeki bir komut bunu değiştirir. Her şeyi Lectern’in kendi sesi okuyabilir. Ya da düğmeleri ve listeleri ekran okuyucunuz, makaleleri Lectern okur. Ya da her şeyi ekran okuyucunuz okur, Lectern sessiz kalır.

## Neler denendi

Linux’ta Orca 43 ile şunlar dinlendi ve ölçüldü: okuma iki yönde de aynı cümleden sürer ve Lectern okurken Orca sessiz kalır. NVDA, JAWS, Narrator, VoiceOver ve Orca’nın başka sürümleriyle bunu henüz kimse denemedi. Onlar için söz vermiyoruz; ama başlıklar, listeler, tablolar ve sınır imleri gerçektir, bulunmaları gerekir.

## Aynı cümleden sürdürmek

Lectern’i duraklattığınızda ya da durdurduğunuzda imleç son duyduğunuz cümlede durur. Ekran okuyucunuz oradan okumayı sürdürebilir. Ekran okuyucunuzla başka bir yere gidin; {play} ile Lectern o yerden sürdürür. Bazı ekran okuyucuların imlecini sayfa göremez. O zaman bir cümlede Enter’a basın ya da cümlenin bağlam menüsünde “Buradan oynat” komutunu seçin.

## Braille

Braille ekranı, ekran okuyucunuzun gönderdiğini gösterir. Ayarlarda imlecin okumayı izlemesi seçilebilir: o zaman Lectern okurken imleç cümle cümle ilerler. Bu, başta kapalıdır.

## Tuşlar

Lectern’in hiçbir tuşu tek başına bir harf ya da rakam değildir; Orca, NVDA ve JAWS’ın listelerine göre hiçbiri onlara da ait değildir. Biri size engel oluyorsa değiştirin: Yardım, Tuşları değiştir.
`,
  voices: `# Sesler

## Hangi sesler var

Lectern yüzü aşkın dilin sesleriyle gelir, böylece her zaman konuşabilir. Sisteminizin seslerini bulduğu yerde onlarla da konuşur. Dinle menüsündeki “Daha fazla ses” ile daha doğal sesler eklenebilir; her birinin ne kadar yer kapladığı indirilmeden önce söylenir, indikten sonra ses ağ olmadan çalışır.

## Bir ses seçmek

Ayarlarda önce bir dil, sonra onun sesini seçin ve “Bu sesi dinle” düğmesine basın. Her dil için bir ses, lehçeler için de başka bir ses seçilebilir. Başlıklar, fotoğraflar, fotoğraf yazıları ve alıntılar farklı okunabilir.

## Hız ve duraklar

Okuma sürerken {faster} hızlandırır, {slower} yavaşlatır. Normal hızın yarısından sekiz katına kadar olabilir. Cümleler arasındaki duraklar daha uzun ya da daha kısa olabilir.

## Bir ad yanlış okunursa

O kelimeye gelince {fixPronunciation} ile düzeltin: kelimeyi duyulduğu gibi yazın ve Enter’a basın. Artık sizin istediğiniz gibi okunur. Söylenişler listesi kaydedilebilir ve bir dosyadan içe aktarılabilir.
`,
  library: `# Kitaplık ve kuyruk

## Kendiliğinden gelen haberler

{library} kitaplığı açar ve yeniden kapatır. {subscribe} bir siteye abone olmak içindir: sitenin adresini yazın, Lectern akışlarını arar. {refresh} hepsinde yeni haber arar. Bir listeye bakmak hiçbir şeyi okundu olarak işaretlemez; yalnızca açmak ya da dinlemek işaretler.

## Bir listede

Ok tuşları öğeden öğeye gider, Enter öğeyi açar, {playRow} oynatır. Bir öğeye gitmek için başlığının ilk harflerini yazın. {starRow} öğeye yıldız verir, {markRow} okundu ya da okunmadı olarak işaretler, gerisi bağlam menüsündedir. {undo} yaptığınızı geri alır.

## Kuyruk

{queueEnd} bir makaleyi kuyruğun sonuna, {queueNext} başına koyar. Kuyruğu Dinle menüsünden oynatın: bir makale bitince sonraki başlar. {nextArticle} hemen sonrakine geçer. Kaç dakikanız olduğunu da söyleyebilir, o süreye sığanları dinleyebilirsiniz. Bülten haber başlıklarını okur; {more} duyduğunuz haberin devamını okutur.

## Yeniden bulmak

{findLibrary} saklanan her şeyde arar. {bookmark} bir cümleye yer imi koyar, isterseniz notla birlikte. Her makale kaldığınız yerden sürer.
`,
  offline: `# Ağ olmadan

Açtığınız makaleler metinleriyle saklanır ve ağ olmadan okunabilir. Tamamı indirilen haberler ve bu yardım da öyledir. Bu bilgisayardaki seslere ağ gerekmez.

## Hazırlamak

Dosya menüsündeki “Listeyi çevrimdışı için hazırla”, baktığınız listenin ya da kuyruğun bütün makalelerini indirir. Ne kadarının bittiğini duymak için onu yeniden seçin. Makale geldiyse öğesi “çevrimdışı için saklandı” der. Lectern’le gelen seslere ağ gerekmez.

## Hazır tutmak

Bir akış, bir klasör ve kuyruk çevrimdışı için hazır tutulabilir: onu kitaplıkta açın ve öğelerin üstündeki “Çevrimdışı için hazır tut” seçeneğini seçin. Bir akışın en yeni okunmamış makaleleri fotoğraflarıyla birlikte arka planda indirilir. Eksik bir şey yoksa öğe “çevrimdışı için hazır” der. Ne kadarının hazır olduğunu {readyState} söyler.

Hazır tutulanların diskte kendi yeri vardır; bunun ne kadar olacağını ayarlarda “Çevrimdışı için neler hazır” altında seçersiniz. Yer dolunca kuyruk ve en yeni makaleler kalır; önce okunanlar ve en eskiler gider. Seslerinizden biri, konuşması zaman alan bir nöral sesse, onun ses kaydı da önceden, hiçbir şey okunmazken hazırlanır. Siz ayarlarda Haberler altında izin vermedikçe Lectern bunların hiçbirini bilgisayar pille çalışırken ya da kotalı bağlantıda yapmaz.

## Resimler

Resimlerin sonrası için ne zaman saklanacağını ayarlarda Haberler altında seçin. Saklanmayan resmi fotoğraf yazısı anlatır.

## Haberleri yanınıza almak

{takeAlong} makaleden, kuyruktan ya da bir listeden dosya yapar: telefonda, arabada ya da görme engelliler için bir oynatıcıda dinlersiniz. Dosya siz okumayı sürdürürken oluşturulur. Dosya menüsündeki “Sürümler” ne kadarının bittiğini ve nerede olduğunu söyler; oluşturma orada duraklatılabilir, Lectern kapatıldıktan sonra da sürer. Döndüğünüzde oynatıcınızın gösterdiği zamanı yazın, Lectern makaleyi o cümlede açar.

“Sürümler” bunları podcast olarak da sunabilir: Lectern çalıştığı sürece, bu bilgisayardaki ya da kendi ağınızdaki bir telefonda bulunan uygulamaya. Siz seçene kadar kapalıdır ve gizli adresi bilen herkes dinleyebilir.

## Pahalı bağlantılar

Ayarlarda izin vermedikçe Lectern, dakikası ücretli ya da kotalı bağlantıda ve pille çalışırken haber aramayı bekletir. Çevrimdışıyken pencere bunu üstte söyler; istediğiniz şey siz yeniden deneyene kadar bekler.
`,
  trouble: `# Bir sorun çıkarsa

Lectern neyin ters gittiğini ve sonra ne yapabileceğinizi bir kez söyler. Okuduğunuz şey olduğu yerde kalır.

## Sayfa açılmıyor

Önce yeniden deneyin: düğmesi iletinin içindedir. Bazı siteler programların okumasına izin vermez ya da yalnızca başlangıcı gösterir. O zaman metni tarayıcınızda kopyalayın ve {paste} ile yapıştırın.

## Bir şey eksik ya da fazlası okunuyor

Makalenin sonundaki satır nelerin dışarıda bırakıldığını söyler. Oradan geri koyun. Bir şeyi dışarıda bırakmak için ona gidin ve Görünüm menüsünde “Bu parçayı dışarıda bırak” komutunu seçin; sitenin bütün sayfalarında dışarıda bırakılabilir.

## Ses çıkmıyor

Sistem sesi açık mı, hangi cihazı kullanıyor, bakın. Lectern bir cihazın geri geldiğini fark eder ve kendiliğinden sürdürür. Okuyan sesin kendisi çalışmıyorsa ayarlarda başkasını seçin.

## Tuşlar bir şey yapmıyor

{describeKeys} bir tuşun ne yaptığını söyler. Bir tuşu ekran okuyucu alıyorsa onu Yardım, Tuşları değiştir altında değiştirin.

## Lectern düzgün başlamıyor

Onu lectern --safe-mode ile başlatın ya da Yardım menüsünde “Güvenli kip ya da çıkış” komutunu seçin. O zaman sade ayarlarla ve kendi sesiyle çalışır, kendiliğinden bir şey açmaz ve ayarladıklarınızın hepsini olduğu gibi bırakır. Başlarken arka arkaya iki kez durduysa bunu kendiliğinden yapar. Geri dönmek için üstte “Güvenli kipten çık” düğmesini seçin.

## Sorun tam olarak ne

Yardım menüsündeki Tanılama seslere, kitaplığa, diske ve korumalı alana bakar, bir sesi dener, son çökmeyi ve son olanları gösterir. Dinlenebilir ve size yardım eden biri için kopyalanabilir; okuduklarınızdan hiçbir şey içinde yoktur.

## Kitaplık bozuk

Lectern başlarken kitaplığa bakar. Bozuk olan kenara konur, hiçbir zaman silinmez; okunabilen alınır. Ayarlarda Kitaplık altında yedek alınabilir ve yedekler geri yüklenebilir.
`,
  privacy: `# Gizlilik

Hesap yoktur; hiçbir şey sayılmaz, hiçbir şey bildirilmez. Okuduklarınız, dinledikleriniz, aradıklarınız ve ayarladıklarınız bu bilgisayarda kalır.

## Lectern ağı ne zaman kullanır

Açtığınız sayfaları, abone olduğunuz akışları ve içlerindeki resimleri sitelerin kendisinden ister. Siz isteyince bir ses indirir. Lectern güncellemesini siz söyleyince, öyle ayarlarsanız da günde bir kez arar; oraya, birinin sorduğu dışında hiçbir şey söylenmez. Başka kimseye sormaz ve hiçbir sayfanın betikleri çalıştırılmaz.

## Burada neler saklanır

Makaleler, yerler, yer imleri ve notlar, ayarlar ve söylenişler kendi klasörünüzde tek bir dosyadadır. Sesli notlar da orada saklanır; mikrofon yalnızca siz kaydederken kullanılır.

## Geride bir şey bırakmamak

Kitaplığın ne kadar yer kaplayabileceğini ve okunan makalelerin ne kadar süre kalacağını ayarlarda Kitaplık altında söylersiniz; bir akışın kendi süresi olabilir ya da o akış her zaman saklanabilir. Ayar dosyasında makale yoktur.
`,
  notices: `# Lectern nelerden oluşuyor

Lectern özgür yazılımdır: onu GNU General Public License sürüm 3 ya da sonrası uyarınca kullanabilir, paylaşabilir ve değiştirebilirsiniz. Lisansın metni, programın yanındaki LICENSE dosyasıdır.

Başkalarının emeği üzerine kuruludur. Bu makale Lectern’in içindeki her bileşeni lisansıyla birlikte sayar; ardından lisansların tam metni gelir, her biri geçerli olduğu bileşenlerin adları altında. {elements} başlıkları listeler.

## Electron

Pencere Electron’dan gelir, MIT lisansı altındadır. Chromium, Node ve FFmpeg Electron ile birlikte gelir; bunların bildirimleri programın yanındaki LICENSES.chromium.html dosyasındadır.
`,
};
