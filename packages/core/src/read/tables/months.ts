/** Names of the months in the vendor's interface languages, January first. Source: Unicode CLDR. */
export const monthNames: readonly string[] = [
  'january|jan|januar|janvier|janv|enero|ene|gennaio|gen|janeiro|januari|январь|янв|января|tammikuu|tammi|tammikuuta|styczeń|sty|stycznia|leden|led|ledna|ocak|oca|jänner',
  'february|feb|februar|février|févr|febrero|febbraio|fevereiro|fev|februari|февраль|февр|февраля|helmikuu|helmi|helmikuuta|luty|lut|lutego|únor|úno|února|şubat|şub|feber',
  'march|mar|märz|mär|mars|marzo|março|maart|mrt|март|марта|мар|marts|maaliskuu|maalis|maaliskuuta|marzec|marca|březen|bře|března|mart|mrz',
  'april|apr|avril|avr|abril|abr|aprile|апрель|апр|апреля|huhtikuu|huhti|huhtikuuta|kwiecień|kwi|kwietnia|duben|dub|dubna|nisan|nis',
  'may|mai|mayo|maggio|mag|maio|mei|май|мая|maj|toukokuu|touko|toukokuuta|maja|květen|kvě|května|mayıs',
  'june|jun|juni|juin|junio|giugno|giu|junho|июнь|июня|июн|kesäkuu|kesä|kesäkuuta|czerwiec|cze|czerwca|červen|čvn|června|haziran|haz',
  'july|jul|juli|juillet|juil|julio|luglio|lug|julho|июль|июля|июл|heinäkuu|heinä|heinäkuuta|lipiec|lip|lipca|červenec|čvc|července|temmuz|tem',
  'august|aug|août|agosto|ago|augustus|август|авг|августа|augusti|elokuu|elo|elokuuta|sierpień|sie|sierpnia|srpen|srp|srpna|ağustos|ağu',
  'september|sep|sept|septembre|septiembre|settembre|set|setembro|сентябрь|сент|сентября|syyskuu|syys|syyskuuta|wrzesień|wrz|września|září|zář|eylül|eyl',
  'october|oct|oktober|okt|octobre|octubre|ottobre|ott|outubro|out|октябрь|окт|октября|lokakuu|loka|lokakuuta|październik|paź|października|říjen|říj|října|ekim|eki',
  'november|nov|novembre|noviembre|novembro|ноябрь|нояб|ноября|marraskuu|marras|marraskuuta|listopad|lis|listopada|listopadu|kasım|kas',
  'december|dec|dezember|dez|décembre|déc|diciembre|dic|dicembre|dezembro|декабрь|дек|декабря|desember|des|joulukuu|joulu|joulukuuta|grudzień|gru|grudnia|prosinec|pro|prosince|aralık|ara',
];
