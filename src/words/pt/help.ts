import type { Help } from "../en/help.ts";

/** The help, in Portuguese: as `en/help.ts`. */
export const HELP: Help = {
  start: `# Primeiros passos

Este é um artigo como qualquer outro. Pressione {play}, e ele é lido em voz alta; pressione de novo, e a leitura fica em pausa. Toda a ajuda pode ser lida assim: com {find} você localiza palavras nela, com {largerText} ela fica maior, e com {nextSection} você vai de seção em seção.

## Abrir as notícias

{open} abre uma página pelo endereço, ou um arquivo. {paste} usa o texto que você copiou em outro lugar. O Lectern guarda o artigo e deixa de fora menus, anúncios e botões. O que ficou de fora está no menu Exibir, e pode ser recolocado.

## Mover-se

{nextSentence} vai para a próxima frase, e {previousSentence} para a anterior. {nextParagraph} e {previousParagraph} vão de parágrafo em parágrafo. {elements} mostra os títulos, as fotos, as citações e os links. {nextRegion} vai de uma parte da janela para a próxima: os botões do topo, a linha que diz onde você está, as seções, o artigo, o leitor.

## Onde estou, e como voltar

{whereAmI} diz onde você está. A linha abaixo dos botões do topo também mostra isso: a biblioteca, a lista, o artigo e a seção dele, e cada um deles leva até lá. {back} volta para onde você estava antes, para a mesma frase e o mesmo botão; {forward} avança de novo.

## Do seu jeito

{settings} abre as configurações. Cada mudança se ouve ou se vê na hora. Há tamanhos de até cinco vezes o normal, fontes mais fáceis de ler, espaços, cores, uma régua de leitura, e as vozes e a velocidade delas. Um perfil guarda tudo isso com um nome. Todas as configurações podem ser salvas em um arquivo, e importadas de um arquivo.
`,
  readers: `# Com um leitor de tela

O Lectern tem três maneiras de falar, e uma tecla ou um comando do menu passa de uma para outra. A voz dele pode dizer tudo. Ou o seu leitor de tela diz os botões e as listas, e o Lectern lê os artigos. Ou o seu leitor de tela lê tudo, e o Lectern fica em silêncio.

## O que foi testado

Com o Orca 43 no Linux, isto foi ouvido e medido: a leitura continua da mesma frase nos dois sentidos, e o Orca fica em silêncio enquanto o Lectern lê. Com NVDA, JAWS, Narrador, VoiceOver e outras versões do Orca, ninguém testou ainda. Com eles não prometemos nada; os títulos, as listas, as tabelas e os marcos são de verdade, e é de esperar que sejam encontrados.

## Continuar da mesma frase

Quando você pausa ou para o Lectern, o cursor fica na última frase que você ouviu. O seu leitor de tela pode continuar a ler dali. Vá para outro lugar com ele, pressione {play}, e o Lectern continua desse lugar. Uma página não consegue ver o cursor de alguns leitores de tela. Nesse caso, pressione Enter em uma frase, ou escolha Ouvir a partir daqui no menu de contexto dela.

## Braille

Uma linha braille mostra o que o seu leitor de tela envia a ela. Nas configurações, você pode fazer o cursor seguir a leitura: então ele vai de frase em frase enquanto o Lectern lê. No início, isso está desligado.

## Teclas

Nenhuma das teclas do Lectern é uma letra ou um algarismo sem mais nada, e nenhuma pertence ao Orca, ao NVDA ou ao JAWS, pelo que dizem as listas deles. Se uma delas atrapalhar você, mude-a: Ajuda, Mudar as teclas.
`,
  voices: `# Vozes

## Quais vozes existem

O Lectern traz vozes para mais de cem idiomas, e por isso sempre pode falar. Ele também fala com as vozes do seu sistema, onde as encontra. Vozes mais naturais podem ser adicionadas em Ouvir, Mais vozes; cada uma diz, antes de ser baixada, quanto espaço ocupa, e daí em diante funciona sem rede.

## Escolher uma

Nas configurações, escolha um idioma e depois a voz dele, e pressione Ouvir esta voz. Você pode escolher uma voz para cada idioma, e outra para as variantes. Títulos, fotos, legendas e citações podem soar diferente.

## Velocidade e pausas

Durante a leitura, {faster} é mais rápido e {slower} é mais devagar. É possível ir da metade da velocidade normal até oito vezes essa velocidade. As pausas entre as frases podem ser mais longas ou mais curtas.

## Quando um nome soa errado

Pressione {fixPronunciation} na palavra, escreva-a como soa e pressione Enter. A partir daí ela é dita do seu jeito. A lista de pronúncias pode ser salva, e importada de um arquivo.
`,
  library: `# A biblioteca e a fila

## Notícias que chegam sozinhas

{library} abre a biblioteca, e a fecha de novo. {subscribe} assina um site: digite o endereço dele, e o Lectern procura os feeds. {refresh} busca notícias em todos eles. Olhar uma lista não marca nada como lido; só abrir ou ouvir faz isso.

## Em uma lista

As setas vão de item em item, Enter abre um, e {playRow} começa a lê-lo em voz alta. Digite o começo de um título para ir até ele. {starRow} põe um item nos favoritos, {markRow} o marca como lido ou não lido, e o menu de contexto tem o resto. {undo} desfaz o que você fez.

## A fila

{queueEnd} põe um artigo no fim da fila, e {queueNext} no começo. Ouça a fila pelo menu Ouvir: quando um artigo termina, o próximo começa. {nextArticle} passa logo ao próximo. Você também pode dizer quantos minutos tem, e ouvir o que cabe neles. O boletim lê as manchetes, e diz mais sobre uma delas quando você pressiona {more}.

## Encontrar as coisas de novo

{findLibrary} pesquisa em tudo o que está guardado. {bookmark} põe um marcador em uma frase, com uma nota, se você quiser. Cada artigo continua de onde você parou.
`,
  offline: `# Sem rede

Os artigos que você abriu ficam guardados com o texto, e podem ser lidos sem rede. O mesmo vale para as notícias que foram baixadas inteiras, e para esta ajuda. As vozes que estão neste computador não precisam de rede.

## Preparar

Em Arquivo, Preparar a lista para usar sem rede baixa todos os artigos da lista que você está olhando, ou da fila. Escolha de novo para ouvir como vai. Um item diz disponível sem rede quando o artigo está aqui. As vozes que vieram com o Lectern não precisam de rede.

## Manter pronto

Um feed, uma pasta e a fila podem ser mantidos prontos sem rede: abra um deles na biblioteca e escolha Manter pronto sem rede, acima dos itens. De um feed, os artigos não lidos mais recentes são baixados em segundo plano, com as fotos. Um item diz pronto sem rede quando não falta nada. Com {readyState}, você sabe quanto está pronto.

O que é mantido pronto tem um espaço próprio no disco; nas configurações, em O que está pronto sem rede, você escolhe quanto. Quando ele está cheio, a fila e os artigos mais recentes ficam, e o que foi lido e o que é mais antigo sai primeiro. Quando uma das suas vozes é neural, e por isso demora um pouco para falar, o som dela também é preparado antes, enquanto nada é lido. O Lectern não faz nada disso na bateria, nem em uma conexão com limite de dados, a menos que você permita nas configurações, em Notícias.

## Imagens

Nas configurações, em Notícias, escolha quando as imagens são guardadas para depois. Uma imagem que não é guardada é descrita pela legenda.

## Levar as notícias

{takeAlong} cria um arquivo com o artigo, a fila ou uma lista, para ouvir em um telefone, no carro ou em um aparelho para pessoas cegas. Ele é criado enquanto você continua lendo. Em Arquivo, Edições diz como ele vai e onde está; ali a criação pode ser pausada, e ela continua também depois que o Lectern foi fechado. Quando você voltar, digite o tempo que o seu aparelho mostra, e o Lectern abre o artigo nessa frase.

Em Edições você também pode oferecer esses arquivos como podcast: a um aplicativo neste computador, ou em um telefone da sua própria rede, enquanto o Lectern estiver aberto. Fica desligado até que você escolha, e quem souber o endereço secreto pode ouvir.

## Conexões caras

Em uma conexão que custa por minuto ou por volume de dados, e na bateria, o Lectern espera para buscar notícias, a menos que você permita nas configurações. Quando não há rede, a janela diz isso no topo, e o que é pedido espera até você tentar de novo.
`,
  trouble: `# Quando algo dá errado

O Lectern diz o que deu errado, uma só vez, e o que você pode fazer em seguida. O que você estava lendo fica onde estava.

## Uma página não abre

Primeiro tente de novo: o botão está na mensagem. Alguns sites não se deixam ler por programas, ou mostram só o começo. Nesse caso, copie o texto no seu navegador e pressione {paste}.

## Falta alguma coisa, ou coisas demais são lidas

A linha no fim de um artigo diz o que ficou de fora. Recoloque ali o que falta. Para deixar algo de fora, vá até esse trecho e escolha Deixar este trecho de fora em Exibir; ele pode ficar de fora em todas as páginas do site.

## Não há som

Veja se o som do sistema está ligado, e qual dispositivo ele usa. O Lectern percebe quando um dispositivo volta e continua sozinho. Se a própria voz falhar, escolha outra nas configurações.

## As teclas não fazem nada

{describeKeys} diz o que uma tecla faz. Se o leitor de tela ficar com a tecla, mude-a em Ajuda, Mudar as teclas.

## O Lectern não inicia bem

Inicie-o com lectern --safe-mode, ou escolha Entrar no modo de segurança no menu Ajuda. Ele então funciona com configurações simples e voz própria, não abre nada sozinho, e deixa como estava tudo o que você configurou. Ele faz isso sozinho quando parou duas vezes seguidas ao iniciar. Para voltar, escolha Sair do modo de segurança, no topo.

## O que está errado, exatamente

Diagnóstico, no menu Ajuda, verifica as vozes, a biblioteca, o disco e o ambiente isolado, testa uma voz, e mostra a última falha e o registro. Pode ser ouvido, e copiado para alguém que ajude você; nada do que você lê está nele.

## A biblioteca está danificada

O Lectern a verifica quando inicia. O que está danificado é posto de lado, nunca excluído, e o que pode ser lido é aproveitado. Nas configurações, em Biblioteca, você pode fazer backups e restaurá-los.
`,
  privacy: `# Privacidade

Não há conta, e nada é medido nem comunicado. O que você lê, ouve, pesquisa e configura fica neste computador.

## Quando o Lectern usa a rede

Ele pede as páginas que você abre, os feeds que você assinou e as imagens que há neles, e pede tudo aos próprios sites. Ele baixa uma voz quando você pede uma. Procura uma versão mais nova quando você manda, ou uma vez por dia, se você configurar assim; a origem só fica sabendo que alguém pergunta. Ele não pergunta a mais ninguém, e nenhum script das páginas é executado.

## O que fica guardado aqui

Artigos, posições, marcadores e notas, configurações e pronúncias estão em um só arquivo, na sua própria pasta. Uma nota falada também fica guardada ali, e o microfone só é usado enquanto você grava.

## Não deixar nada para trás

Nas configurações, em Biblioteca, você diz quanto espaço a biblioteca pode ocupar e por quanto tempo os artigos lidos ficam; um feed pode ter um tempo próprio, ou ficar para sempre. Um arquivo de configurações não contém artigos.
`,
  notices: `# De que é feito o Lectern

O Lectern é software livre: você pode usá-lo, compartilhá-lo e alterá-lo sob a Licença Pública Geral GNU, versão 3 ou posterior. O texto dela é o arquivo LICENSE, ao lado do programa.

Ele se baseia no trabalho de outras pessoas. Este artigo nomeia cada parte que há no Lectern, com a licença dela; depois vêm as licenças inteiras, cada uma sob os nomes das partes a que se aplica. {elements} mostra os títulos.

## Electron

A janela é do Electron, sob a licença MIT. O Electron traz consigo o Chromium, o Node e o FFmpeg; os avisos deles estão no arquivo LICENSES.chromium.html, ao lado do programa.
`,
};
