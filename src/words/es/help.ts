import type { Help } from "../en/help.ts";

/** The help, in Spanish: as `en/help.ts`. */
export const HELP: Help = {
  start: `# Primeros pasos

Este es un artículo como cualquier otro. Pulse {play} y se leerá en voz alta; púlselo otra vez y la lectura quedará en pausa. Toda la ayuda se puede leer así: con {find} puede buscar palabras en ella, con {largerText} agrandarla, y con {nextSection} ir de sección en sección.

## Abrir las noticias

{open} abre una página por su dirección, o un archivo. {paste} toma el texto que ha copiado en otro sitio. Lectern conserva el artículo y omite menús, anuncios y botones. Lo que se ha omitido aparece en el menú Ver, y se puede recuperar.

## Moverse

{nextSentence} va a la frase siguiente, y {previousSentence} a la anterior. {nextParagraph} y {previousParagraph} van de párrafo en párrafo. {elements} muestra los encabezados, las fotos, las citas y los enlaces. {nextRegion} va de una parte de la ventana a la siguiente: los botones de arriba, la línea que dice dónde está, las secciones, el artículo y el reproductor.

## Dónde estoy, y cómo volver

{whereAmI} dice dónde está. También lo muestra la línea que hay debajo de los botones de arriba: la biblioteca, la lista, el artículo y su sección, y cada uno de ellos lleva hasta allí. {back} vuelve a donde estaba antes, a la misma frase y al mismo botón; {forward} avanza de nuevo.

## A su gusto

{settings} abre los ajustes. Cada cambio se oye o se ve enseguida. Hay tamaños de hasta cinco veces el habitual, tipos de letra más fáciles de leer, espacios, colores, una regla de lectura, y voces y su velocidad. Un perfil guarda todo eso con un nombre. Todos los ajustes se pueden guardar en un archivo, y también importar de un archivo.
`,
  readers: `# Junto a un lector de pantalla

Lectern tiene tres maneras de hablar, y se pasa de una a otra con un atajo o desde el menú. La voz de Lectern puede decirlo todo. O su lector de pantalla dice los botones y las listas, y Lectern lee los artículos. O su lector de pantalla lo lee todo, y Lectern guarda silencio.

## Qué se ha probado

Con Orca 43 en Linux se ha escuchado y medido esto: la lectura sigue desde la misma frase en los dos sentidos, y Orca calla mientras Lectern lee. Con NVDA, JAWS, Narrador, VoiceOver y otras versiones de Orca nadie lo ha probado todavía. Con ellos no prometemos nada; los encabezados, las listas, las tablas y los puntos de referencia son de verdad, y deberían encontrarse.

## Seguir desde la misma frase

Cuando pausa o detiene Lectern, el cursor queda en la última frase que oyó. Su lector de pantalla puede seguir leyendo desde ahí. Vaya con él a otro lugar, pulse {play}, y Lectern seguirá desde ese lugar. Una página no puede ver el cursor de algunos lectores de pantalla. En ese caso, pulse Intro sobre una frase, o elija Escuchar desde aquí en su menú contextual.

## Braille

Una línea braille muestra lo que le envía su lector de pantalla. En los ajustes puede hacer que el cursor siga la lectura: entonces va de frase en frase mientras Lectern lee. Al principio está desactivado.

## Atajos

Ningún atajo de Lectern es una letra o una cifra sola, y ninguno es de Orca, NVDA o JAWS, según sus propias listas. Si alguno le estorba, cámbielo: Ayuda, Cambiar los atajos.
`,
  voices: `# Voces

## Qué voces hay

Lectern trae voces para más de cien idiomas, así que siempre puede hablar. También habla con las voces de su sistema, donde las encuentra. Puede añadir voces más naturales en Escucha, Más voces; de cada una se dice, antes de descargarla, cuánto espacio ocupa, y desde entonces funciona sin red.

## Elegir una

En los ajustes, elija un idioma y después su voz, y pulse Escuchar esta voz. Se puede elegir una voz para cada idioma, y otra para sus variantes. Los encabezados, las fotos, los pies de foto y las citas pueden sonar distinto.

## Velocidad y pausas

Mientras Lectern lee, {faster} es más rápido y {slower} es más lento. Se puede ir desde la mitad de la velocidad habitual hasta ocho veces esa velocidad. Las pausas entre las frases pueden ser más largas o más cortas.

## Cuando un nombre suena mal

Pulse {fixPronunciation} en la palabra, escríbala como suena y pulse Intro. Desde entonces se dirá a su manera. La lista de pronunciaciones se puede guardar, y también importar de un archivo.
`,
  library: `# La biblioteca y la cola

## Noticias que llegan solas

{library} abre la biblioteca, y la vuelve a cerrar. {subscribe} le suscribe a un sitio: escriba la dirección del sitio, y Lectern busca sus canales. {refresh} busca novedades en todos ellos. Mirar una lista no marca nada como leído; solo lo hace abrir o escuchar.

## En una lista

Las teclas de flecha van de artículo en artículo, Intro abre uno y {playRow} empieza a leerlo en voz alta. Escriba el comienzo de un título para ir a él. {starRow} añade un artículo a favoritos, {markRow} lo marca como leído o no leído, y en el menú contextual está lo demás. {undo} deshace lo que ha hecho.

## La cola

{queueEnd} pone un artículo al final de la cola, y {queueNext} al principio. Escuche la cola desde el menú Escucha: cuando un artículo termina, empieza el siguiente. {nextArticle} pasa enseguida al siguiente. También puede decir cuántos minutos tiene, y escuchar lo que quepa en ellos. El boletín lee los titulares, y dice más sobre uno cuando pulsa {more}.

## Volver a encontrar las cosas

{findLibrary} busca en todo lo que está guardado. {bookmark} pone un marcador en una frase, con una nota si lo desea. Cada artículo sigue donde lo dejó.
`,
  offline: `# Sin red

Los artículos que ha abierto se guardan con su texto, y se pueden leer sin red. También las noticias que se han descargado enteras, y esta ayuda. Las voces que están en este equipo no necesitan red.

## Prepararlo

En Archivo, Preparar la lista para usarla sin conexión descarga todos los artículos de la lista que está mirando, o de la cola. Elíjalo otra vez para oír cómo va. En la lista se dice disponible sin conexión cuando un artículo ya está aquí. Las voces que vienen con Lectern no necesitan red.

## Tenerlo listo

Un canal, una carpeta y la cola se pueden tener listos sin conexión: abra uno de ellos en la biblioteca y elija Tener listo sin conexión, encima de sus artículos. De un canal se descargan en segundo plano los artículos más recientes sin leer, con sus fotos. En la lista se dice listo sin conexión cuando a un artículo no le falta nada. Con {readyState} sabrá cuánto está listo.

Lo que se tiene listo dispone de un espacio propio en el disco; en los ajustes, en Qué está listo sin conexión, puede elegir cuánto. Cuando está lleno, la cola y los artículos más recientes se quedan, y lo leído y lo más antiguo desaparece primero. Si una de sus voces es neuronal, y por eso tarda un poco en hablar, también se prepara su sonido por adelantado, mientras no se lee nada. Lectern no hace nada de esto con batería, ni con una conexión con límite de datos, a menos que lo permita en los ajustes, en Noticias.

## Imágenes

En los ajustes, en Noticias, elija cuándo se guardan las imágenes para más tarde. Una imagen que no se guarda se describe con su pie de foto.

## Llevarse las noticias

{takeAlong} crea un archivo con el artículo, la cola o una lista, para escucharlo en un teléfono, en el coche o en un reproductor para personas ciegas. Se crea mientras usted sigue leyendo. En Archivo, Ediciones dice cómo va y dónde está; allí se puede pausar, y continúa también después de haber cerrado Lectern. Cuando vuelva, escriba el tiempo que muestra su reproductor, y Lectern abrirá el artículo en esa frase.

En Ediciones también puede ofrecer estos archivos como pódcast: a una aplicación de este equipo, o de un teléfono de su propia red, mientras Lectern funciona. Está desactivado hasta que usted lo elija, y quien conozca la dirección secreta puede escuchar.

## Conexiones caras

Con una conexión que cuesta por minutos o por cantidad de datos, y con batería, Lectern espera y no busca novedades, a menos que lo permita en los ajustes. Cuando no hay conexión, la ventana lo dice arriba, y lo que se pide espera hasta que lo intente de nuevo.
`,
  trouble: `# Cuando algo va mal

Lectern dice qué ha fallado, una sola vez, y qué puede hacer a continuación. Lo que estaba leyendo se queda donde estaba.

## Una página no se abre

Primero inténtelo de nuevo: el botón está en el mensaje. Algunos sitios no dejan que los programas los lean, o solo muestran el comienzo. En ese caso, copie el texto en su navegador y pulse {paste}.

## Falta algo, o se lee demasiado

La línea que hay al final de un artículo dice lo que se ha omitido. Recupérelo allí. Para omitir algo, vaya hasta allí y elija Omitir este pasaje en el menú Ver; se puede omitir en todas las páginas del sitio.

## No hay sonido

Compruebe si el sonido del sistema está activado, y qué dispositivo usa. Lectern nota cuándo vuelve un dispositivo y continúa por sí solo. Si lo que falla es la voz, elija otra en los ajustes.

## Las teclas no hacen nada

{describeKeys} dice qué hace una tecla. Si el lector de pantalla se queda con la tecla, cámbiela en Ayuda, Cambiar los atajos.

## Lectern no se inicia bien

Inícielo con lectern --safe-mode, o elija Entrar en modo seguro en el menú Ayuda. Entonces funciona con ajustes sencillos y su propia voz, no abre nada por sí solo, y deja como estaba todo lo que usted ha ajustado. Lo hace por sí solo cuando se ha detenido dos veces seguidas al arrancar. Para volver, elija Salir del modo seguro, arriba.

## Qué falla exactamente

Diagnóstico, en el menú Ayuda, comprueba las voces, la biblioteca, el disco y el entorno aislado, prueba una voz, y muestra el último fallo y el registro. Se puede escuchar, y copiar para alguien que le ayude; no contiene nada de lo que usted lee.

## La biblioteca está dañada

Lectern la comprueba al iniciarse. Lo que está dañado se aparta, nunca se elimina, y lo que se puede leer se rescata. En los ajustes, en Biblioteca, se pueden hacer copias de seguridad y restaurarlas.
`,
  privacy: `# Privacidad

No hay ninguna cuenta, y no se mide ni se comunica nada. Lo que lee, escucha, busca y ajusta se queda en este equipo.

## Cuándo usa Lectern la red

Pide las páginas que usted abre, los canales a los que se ha suscrito y las imágenes que hay en ellos, y las pide a los propios sitios. Descarga una voz cuando usted lo pide. Busca una versión más reciente cuando usted lo dice, o una vez al día si así lo ha ajustado; el origen solo se entera de que alguien pregunta. No pregunta a nadie más, y no se ejecuta ningún script de las páginas.

## Qué se guarda aquí

Los artículos, las posiciones, los marcadores y las notas, los ajustes y las pronunciaciones están en un solo archivo, en su propia carpeta. Allí se guardan también las notas habladas, y el micrófono solo se usa mientras graba.

## No dejar nada atrás

En los ajustes, en Biblioteca, indica cuánto espacio puede ocupar la biblioteca y cuánto tiempo se quedan los artículos leídos; un canal puede tener un tiempo propio, o quedarse para siempre. Un archivo de ajustes no contiene artículos.
`,
  notices: `# De qué está hecho Lectern

Lectern es software libre: puede usarlo, compartirlo y cambiarlo según la Licencia Pública General de GNU, versión 3 o posterior. Su texto es el archivo LICENSE, junto al programa.

Se basa en el trabajo de otras personas. Este artículo nombra todas las partes que hay en Lectern, cada una con su licencia; después vienen las licencias completas, cada una bajo los nombres de las partes a las que se aplica. {elements} muestra los encabezados.

## Electron

La ventana es de Electron, con la licencia MIT. Electron trae consigo Chromium, Node y FFmpeg; sus avisos están en el archivo LICENSES.chromium.html, junto al programa.
`,
};
