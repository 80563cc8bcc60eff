import { joiningWords, nameParticles, sharedJoiningWords, unnamed } from '../tables/bylines.ts';
import { monthNames } from '../tables/months.ts';

const list = (text: string): string[] => text.trim().split(/\s+/u);

/**
 * Words of the vendor and of the trade by which readers tell one line from another; none says anything of an article.
 * They stay where they begin a line or stand in a short one.
 */
export const vocabulary: ReadonlySet<string> = new Set([
  ...monthNames.flatMap((names) => names.split('|')),
  // By these one name of a byline is told from the next.
  ...[...joiningWords, ...sharedJoiningWords, ...nameParticles].map((text) => text.replace("'", '')),
  ...unnamed.map((text) => text.replace('?', '')),
  ...list(`
    factiva dow jones rtf display format inc document dokument documento document документ документа 文件 文档 文書 문서
    page pages seite seiten página páginas pagina pagine страница стр of von sur de di van из to bis
    copyright copr all rights reserved alle rechte vorbehalten tous droits réservés todos los derechos reservados
    quelle source sources quellen fuente fonte bron источник
    search summary zusammenfassung der suche suchübersicht récapitulatif résumé la recherche resumen búsqueda
    riepilogo ricerca resumo pesquisa zoekoverzicht сводка поиска итоги
    results result found ergebnisse ergebnis gefundene gefunden résultats trouvés resultados encontrados hallados
    risultati trovati gevonden resultaten найдено найден результатов результат результаты
    contents inhaltsverzeichnis inhalt matières sommaire índice contenido indice sommario sumário inhoudsopgave
    содержание
    by par por da door af av от y und and et e en и special correspondent staff write writer reporter editor
    reuters afp ap upi dpa ansa efe aap pti ians ani tt taz tass interfax xinhua ntb agence agency agentur agencia agenzia press presse news
    newswire newswires wire service services bloomberg associated
    ltd limited llc plc ag gmbh kg company co corp corporation media group verlag digital pty sa spa nv bv
    incorporated llp se kgaa mbh ggmbh eg ohg ug sas sarl sl slu srl ltda oy oyj ab asa zrt kft pvt foundation presse
    gruppe agentur verlagsanstalt publishing publications newspaper newspapers broadcasting network networks
    verlagsgruppe éditions editions groupe grupo gruppo editora editorial ediciones editrice casa uitgeverij
    vol volume tome tomo bd band jg jahrgang issue issn number num no nr heft ausgabe numéro número pg pgs pp ff
    words word wörter mots mot palabras palabra parole parola palavras palavra woorden woord слов слова слово ord
    sanaa słów
    the which that who whose a an or but said says is was has had where die der das le la les qui y el que
    gmt utc edt est cet am pm
  `),
]);

/** What stands alone in a line, or as a value, and is the vendor's as a whole. */
export const vendorParts: ReadonlySet<string> = new Set(
  `article|publication|report|webpage|picture|multimedia|board|file|add|rep|del|source_delete|text|html|off|none|proportional
   |table of contents|table des matières|alle rechte vorbehalten|tous droits réservés
   |ipc|ipcin|ipcns|ipcre|ipcco|ipd`
    .split('|')
    .map((part) => part.trim()),
);

/** Phrases without spaces between words that stay as a whole. */
export const phrases =
  /搜索摘要|搜尋摘要|搜索总结|検索の概要|検索サマリー|検索概要|검색 요약|検索結果|結果件数|검색된 결과|搜索结果|找到的结果|找到結果|搜尋結果|搜索結果|找到的結果|页|頁|ページ|페이지|新华社|新華社|中新社|中新网|中新網|中央社|本报|本報|路透社?|法新社|美联社|共同社?|時事|记者|記者|报道|報導|報道|기자|특파원|사진|자료|제공|출처|그래픽|更正|訂正|정정|新闻社|新聞社|通讯社|通訊社|通信社|出版社|报社|報社|新聞網|集团|集團|有限公司|株式会社|주식회사|신문사?|일보사?|방송|통신|ロイター|综合|綜合|[电電讯訊月日]/gu;
