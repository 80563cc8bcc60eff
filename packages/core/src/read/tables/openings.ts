// What a group in brackets catches is free text between the words of an opening.

/** How a line opens that says whom to call or to write to. */
export const contacts =
  /^(?:(?:media |press )?contacts?|tel|telephone|phone|fax|e-?mail|kontakt|contacto|contatto|contato)\.?\s*[:：]|^follow ([^.!?]{2,60}) (?:on|at) (?:twitter|x|instagram|facebook|mastodon|bluesky)(?!\p{L})/iu;
/** A title over links to other articles. */
export const relatedTitle =
  /^(?:related (?:coverage|articles?|stories|links?|content|news)|more on this|more stories|read more|see also|also read|mehr zum thema|lesen sie auch|siehe auch|verwandte (?:artikel|themen)|sur le même sujet|lire aussi|voir aussi|à lire aussi|más información|noticias relacionadas|lea también|leia (?:também|mais)|notícias relacionadas|leggi anche|articoli correlati|lees ook|zie ook|læs også|läs också|les også|czytaj (?:także|też)|читайте также|по теме|関連記事|관련기사|相关(?:报道|新闻|阅读)|相關(?:報導|報道|新聞))\s*:?$/iu;
/** How a caption opens. */
export const captions =
  /^[([]?(?:(?:photos?|pictures?|images?|maps?|charts?|graphs?|graphics?|drawings?|diagrams?|illustrations?|captions?|infographics?|videos?|credits?|chart\/map|photo\/map|(?:photos?|graphics?|maps?|illustrations?|drawings?) \((?:black (?:&|and) white|colou?r)\)|(?:picture|photo|graphic)[;,] captions?)(?:\s\d{1,2})?\s*:|(?:bild(?:er|unterschrift|text)?|fotos?|vídeos?|grafik|karte|légende|photo|figura|gráfico|imagen|didascalia|onderschrift|фото|подпись|写真|図|사진|图片?|圖片?)\s*[:：]|[([]사진\s?=|[图圖][为為](?=\p{Script=Han}))/iu;
/** How a correction opens. */
export const corrections =
  /^[([]?(?:correction(?:s)? appended|(?:an|in an) (?:earlier|previous) version of th(?:is|e) (?:article|story|post|report|column|headline|caption)|th(?:is|e) (?:\p{L}{3,9}\.? \d{1,2} )?(?:article|story|post|report|version)(?: of th(?:is|e) (?:article|story|report))? (?:corrects|(?:has been|was) (?:corrected|amended|updated to correct))|in einer (?:früheren|ersten|vorherigen) (?:version|fassung)|une (?:version antérieure|première version) de cet article|una versi[óo]n anterior de|uma versão anterior d(?:este|esta|o|a)|una versione precedente d(?:i|ell))(?!\p{L})|^\*{0,3}(?:corrections?(?: (?:&|and) (?:amplifications?|clarifications?))?|c o r r e c t i o n|correct(?:s|ed|ing)?(?: and replac(?:ing|ed))?|corrigend(?:um|a)|clarifications?|editor['’]s note|berichtigung|korr(?:ektur)?|klarstellung|richtigstellung|anmerkung der redaktion|rectificati(?:f|on)|errat(?:um|a)|corrección|rectificación|fe de err(?:ores|atas?)|aclaración|correzione|rettifica|errata corrige|correção|re(?:c)?tificação|correctie|rectificatie|rättelse|rettelse|oikaisu|sprostowanie|исправление|поправка|уточнение|訂正|おわび|정정|바로잡습니다|更正(?:启事|公告)?)(?!\p{L})\s*(?:[:：(—–-]|\*{1,3}(?=\s|$))|^[([（【]\s?(?:correct(?:s|ed|ing|ion)|refiles? to correct|refiling to correct|korrigiert|berichtigt|korrektur|richtigstellung|corrige|corriger|corrigé|rectifie|corregge|corretto|hinweis: berichtigung|hinweis: korrektur|corrigido|corrigida|gecorrigeerd|rättat|исправлено|исправляет|исправлена|訂正|更正|정정)|^corrects\s/iu;

/** A title over corrections. */
export const correctionTitle = /^corrections?(?: (?:&|and) (?:amplifications?|clarifications?))?\s*:?$/iu;

/** How a line in brackets opens by which an editor tells what is new: (Adds details), (ATTN: changes the headline). */
export const editorNotes =
  /^[([（]\s?(?:attn|eds|adds?|updates?|updating|updated with|recasts?|rewrites?|refiles?|repeats?|changes?|new throughout|with (?:new )?(?:details|quotes|background)|inserts?|removes?|fixes|actualise|actualisé|actualisée|ajoute|précise|texto atualizado|atualiza|acrescenta|actualiza|agrega|añade|con más|aggiorna|aggiunge|neu|ergänzt|aktualisiert|mit (?:mehr|weiteren) details|обновлено|обновляет|добавлено|добавлены|новое сообщение|precisa|更新|追加|추가|종합)(?!\p{L})|^eds?\s?:|^attn\s?:/iu;

/** Who asks to be written or called: at the start of a line that holds an address. */
export const invitations =
  /^[\s*#•–—([-]*(?:please |bitte |for (?:more|further|any|additional|media|press|comments?|questions?|inquiries|enquiries)(?!\p{L})|write|e-?mail|mail|contact|contacts|reach|tweet|follow|send|tips?|got |have (?:a|any|you)|do you|if you|to (?:contact|reach|subscribe|comment|submit|respond|suggest|reply)|questions?|comments?|letters?|feedback|subscribe|subscriptions?|(?:additional )?(?:reporting|editing|writing|translation|compiled|produced) by|via |tel|phone|fax|fragen|kontakt|schreiben sie|schreibe|ihre meinung|leserbriefe?|zuschriften|meinung|e-mails? an|écrire|écrivez|contacter|contactez|courriel|pour (?:plus|toute)|contacto|escriba|escribe|escribir|correo|para (?:más|mais|contactar)|scrivere|scrivete|scrivi|contattare|contatti|contato|escreva|escrever|reacties|reageren|mailen?|пишите|контакт|почта|вопросы|联系|聯絡|邮箱|電郵|投稿|电子邮|連絡|お?問い?合わ?せ|メール|문의|연락|제보|이메일)/iu;

/** Words before an address within a line by which it asks to be used. */
export const reachable =
  /(?:can|may) be (?:reached|contacted|e-?mailed)|(?:reach|e-?mail|write(?: to)?|contact|follow) (?:him|her|them|us|me|the (?:author|writer|reporter|editor|columnist))(?!\p{L})|(?:his|her|their|our|my) e-?mail|e-?mail(?: address)?(?: is)?\s?:|erreichbar|erreichen sie|joindre|contacter|contattare|contactar|ist zu erreichen|写信|聯絡|联系|文责|連絡先/iu;

/** How a line opens by which readers are asked to write, up to whom: `Readers who want a copy may write to`. */
export const letterOpenings =
  /^(?:(?:readers|viewers|listeners|subscribers|anyone|those|letters|comments|questions|inquiries|enquiries)(?!\p{L})([^.!?@\d]{0,140}?)\s(?:may|can|should|must|are (?:asked|invited) to)\s(?:(?:also|please|be)\s)?(?:write|written|contact|e-?mail|e-?mailed|send|sent|address|addressed)(?!\p{L})(?:([^.!?@]{0,60}?)\sto|\sto)?\s|(?:leser(?:innen)?|leserinnen und leser|zuschauer|hörer|abonnenten|wer)(?!\p{L})([^.!?@\d]{0,140}?)\s(?:kann|können|möge|mögen|sollte|sollten)\s(?:(?:sich|bitte|gern|uns)\s)*(?:an|unter)\s(?=[^.!?]{3,140}\s(?:schreiben|wenden|mailen|richten)(?!\p{L}))|schreiben sie (?:(?:uns|bitte|gern)\s)*an:?\s|(?:les (?:lecteurs|lectrices|auditeurs|abonnés|téléspectateurs)|ceux qui|toute personne)(?!\p{L})([^.!?@\d]{0,140}?)\s(?:peuvent|peut|doivent|sont invitée?s? à)\s(?:nous\s|s['’])?(?:écrire|adresser|contacter)(?!\p{L})(?:([^.!?@]{0,40}?)\s(?:à|au|aux))?\s|(?:écrivez|écrire)(?:-nous)? (?:à|au|aux)\s|(?:los (?:lectores|oyentes|televidentes|suscriptores)|quienes|quien)(?!\p{L})([^.!?@\d]{0,140}?)\s(?:pueden|puede|podrán|deben)\s(?:escribir|escribirnos|dirigirse|contactar|enviar)(?!\p{L})(?:([^.!?@]{0,40}?)\s(?:a|al|con))?\s|(?:escriba|escriban|escríbanos|escribir) (?:a|al)\s)/iu;

/** Whom letters go to: a name, an editor, a box, a street, a number. */
export const addressee =
  /^(?:(?:the|la|le|les|el|los|l['’])\s?)?(?=\p{Lu})|^(?:die Redaktion|den Verlag|(?:the|our) (?:editors?|author|writer|columnist|reporter)|(?:la|nuestra) redacci[oó]n|la rédaction|el autor|l['’]auteur)(?!\p{L})|\d|@/u;

/** How a German line ends that asks so. */
export const letterEndings = /(?<!\p{L})(?:schreiben|wenden|mailen|richten)(?!\p{L})/iu;

/** What is told of letters is no address. */
export const reportedSpeech =
  /(?<!\p{L})(?:said|says|told|added|wrote|sagte|sagt|erklärte|meinte|a dit|a déclaré|selon|dijo|explicó|según)(?!\p{L})/iu;
