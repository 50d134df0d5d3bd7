/** O primeiro artigo, em Markdown. Os nomes entre chaves são as teclas dos comandos. */
export const welcome = {
  "welcome.article": `# Boas-vindas ao Lectern

O Lectern lê as notícias para você. Este é um artigo como qualquer outro: pressione {play}, e ele é lido em voz alta. Pressione {play} de novo, e a leitura para no meio da frase. Mais uma vez, e ela continua dali.

## Mover-se

{nextSentence} vai para a próxima frase, e {previousSentence} para a anterior. {nextParagraph} e {previousParagraph} vão de parágrafo em parágrafo. {nextSection} e {previousSection} vão de seção em seção: experimente agora, e você vai ouvir o próximo título.

Perdeu-se? {whereAmI} diz onde você está: a seção, o parágrafo e os minutos que faltam. {repeat} repete a última frase; pressione duas vezes para ouvir palavra por palavra, e três vezes para letra por letra. {explain} diz o que uma sigla significa, se o artigo explicar. E quando um nome soar errado, pressione {fixPronunciation}, escreva-o como soa e pressione Enter: a partir daí ele é dito do seu jeito.

## No seu ritmo

{faster} é mais rápido, {slower} é mais devagar. A mudança se ouve na hora. Há quem escute três vezes mais rápido; não há pressa.

## Do seu jeito de ver

{largerText} aumenta o texto, {smallerText} diminui, e {resetText} volta ao tamanho normal. O texto pode crescer até cinco vezes, e nunca é preciso movê-lo para os lados. Nas configurações há páginas claras e escuras, sépia e três com o contraste mais forte. A frase que você ouve fica marcada, e a palavra também.

## Com um leitor de tela

Se você usa um leitor de tela, os comandos dele funcionam aqui: títulos são títulos, e fotos são fotos. Pause o Lectern, e o cursor de texto fica na última frase que você ouviu, para que o leitor de tela possa continuar dali. Vá para outro lugar com o leitor de tela, pressione {play}, e o Lectern continua desse lugar.

## Abrir um artigo

{open} abre uma página pelo endereço, ou um arquivo. {paste} usa o texto que você copiou. O Lectern guarda o artigo e deixa de fora o que não faz parte dele: menus, anúncios, botões. Ele diz o que deixou de fora. Uma foto é anunciada, e a legenda é dita uma só vez, mesmo que a página a tenha duas vezes.

Nada do que você lê sai deste computador. {help} mostra todas as teclas e leva a outros artigos de ajuda como este. Agora pressione {open}, e abra as notícias.
`,
} as const;
