/**
 * The small words of a language, in small letters: articles, pronouns, prepositions, conjunctions, auxiliaries. They begin
 * and end most lines, so that most words joined at a line end hold one.
 */
export const functionWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(`
    the of and to in a is for that on was with as it by at from be are this has have an or not which he his were but
    they will its their had who been more one also after said all about when there we can out up would no other into
    than her she over some could only them what if these may him such while during before where between because
    through since against under until our your you my me us so do did does how then those any most many much very
    still even just both each every few own off down here now above below near within without around across along toward towards upon beyond
    behind beneath despite except inside outside among amid per via`),
  de: words(`
    der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass
    sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch
    man sein wurde sei ich wir ihr ihm ihn uns mich mir dich dir du was wer wo wenn weil da doch schon kein keine ihre
    seine unter gegen zwischen während seit ohne hatte können kann soll will muss alle alles dann denn hier jetzt`),
  fr: words(`
    de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont avec ont aux son sa
    cette ou mais comme on ses elle été nous leur dont sans fait je tu vous ils elles me te lui si tout tous toute bien
    aussi même très où quand entre depuis après avant sous chez vers était être avoir avait peut deux ces cet notre
    votre mon ma mes ton ta tes nos vos leurs ni car donc alors ainsi ici`),
  es: words(`
    de la que el en los se del las un por con no una su para es al lo como más pero sus le ha me si sin sobre este ya
    entre cuando todo esta ser son dos también fue había era muy hasta desde está mi porque qué sólo han yo hay vez
    puede todos así nos ni parte tiene él uno donde bien mismo ese ahora cada vida otro después te otros aunque esa eso
    hace otra gobierno tan durante siempre día tanto ella tres nosotros ellos les antes contra`),
  it: words(`
    di il la che in un per è una del con non le si da della al sono dei ha nel più alla gli come ma dal anche delle lo
    se su nella ai degli dalla questo questa ed io noi voi lui lei loro mi ti ci vi chi dove quando perché tra fra senza
    dopo prima ancora già solo tutti tutto molto poi era stato essere hanno sulla sul alle dai nei`),
  pt: words(`
    de que do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem seu sua ou ser quando
    muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas me esse
    eles estão você tinha foram essa num nem suas meu às minha têm numa pelos elas havia seja qual será nós tenho lhe`),
  nl: words(`
    de van een het en in is dat op te zijn voor met die niet aan er om ook als dan maar bij uit nog naar door over ze
    hij wordt werd kan heeft dit deze tot was had hebben ik je wij we zij jij hun haar mijn ons wat wie waar hoe geen
    meer al onder tegen tussen zonder sinds tijdens omdat toen nu hier daar zou moet worden`),
  ru: words(`
    и в не на что с по как это к из за от он для о у но же бы так до или при его все их мы она вы они был была были
    было есть ли уже только ещё еще после между перед через под над без если когда где кто чтобы также этот эта эти`),
};

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** The small words of a language given as BCP 47; of English where the language is not known, none where it has no table. */
export function functionWordsOf(language: string | undefined): ReadonlySet<string> {
  return functionWords[primary(language)] ?? new Set();
}

/** The first part of a language tag; English where there is none. */
export function primary(language: string | undefined): string {
  return language?.split('-')[0]?.toLowerCase() ?? 'en';
}
