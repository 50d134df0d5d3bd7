/** El primer artículo, en Markdown. Los nombres entre llaves son las teclas de las órdenes. */
export const welcome = {
  "welcome.article": `# Bienvenido a Lectern

Lectern le lee las noticias. Este es un artículo como cualquier otro: pulse {play} y se leerá en voz alta. Pulse {play} otra vez y se detendrá en mitad de la frase. Púlselo de nuevo y seguirá desde ahí.

## Moverse

{nextSentence} va a la frase siguiente, y {previousSentence} a la anterior. {nextParagraph} y {previousParagraph} van de párrafo en párrafo. {nextSection} y {previousSection} van de sección en sección: pruébelo ahora y oirá el próximo título.

¿Se ha perdido? {whereAmI} dice dónde está: la sección, el párrafo y los minutos que quedan. {repeat} repite la última frase; si lo pulsa dos veces, palabra por palabra, y tres veces, letra por letra. {explain} dice qué significa una sigla, si el artículo lo explica. Y cuando un nombre suene mal, pulse {fixPronunciation}, escríbalo como suena y pulse Intro: desde entonces se dirá a su manera.

## A su ritmo

{faster} es más rápido, {slower} es más lento. El cambio se oye enseguida. Hay quien escucha al triple de esta velocidad; no hay prisa.

## A su gusto

{largerText} agranda el texto, {smallerText} lo reduce, y {resetText} lo deja como estaba. El texto puede crecer hasta cinco veces su tamaño y nunca hay que moverlo de lado a lado. En los ajustes hay páginas claras y oscuras, sepia y tres con el contraste más fuerte. La frase que oye está marcada, y la palabra también.

## Junto a un lector de pantalla

Si usa un lector de pantalla, aquí funcionan sus propias órdenes: los títulos son títulos y las fotos son fotos. Pause Lectern y el cursor de texto quedará en la última frase que oyó, para que su lector de pantalla pueda seguir desde ahí. Vaya a otro lugar con su lector de pantalla, pulse {play}, y Lectern seguirá desde ese lugar.

## Abrir un artículo

{open} abre una página por su dirección, o un archivo. {paste} toma el texto que ha copiado. Lectern conserva el artículo y omite lo que no forma parte de él: menús, anuncios, botones. Le dice qué ha omitido. Las fotos se anuncian, y su pie se dice una sola vez, aunque la página lo tenga dos veces.

Nada de lo que lee sale de este ordenador. {help} muestra todas las teclas y lleva a más artículos de ayuda como este. Ahora pulse {open} y abra las noticias.
`,
} as const;
