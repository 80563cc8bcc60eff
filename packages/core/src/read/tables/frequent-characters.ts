/** The most frequent characters of Chinese news, simplified and traditional: about half of all in any text. */
const han =
  '的一是不了在人有他这這中大来來上国國个個到说說们們为為子和地出会會也时時要就可以对對生能而于於着下自之年月日过過发發后後作里用行所家成方多经經法学學如都同现現当當没動动面起定天分还還进進好小部其主理本前开開但因从從实實者意无無力与與长長民第公已工新明性全三关關点點正业業外将將两兩高间間由问問最重并物向文政美相被利二等产產制加西话話合回代内內表世位度先海通原东東提立比员員水名平系报報市场場资資记記';

/** Syllables of endings and particles, and others of Korean news. */
const hangul =
  '이다는에을의가고한하은로지사를기들인서도해대자시일어리정부으제나수과전보상원년월주있국장공했와라위그아경계조여것습니';

const anyOf = (characters: string): RegExp => new RegExp(`[${characters}]`, 'gu');

/** What a text in a charset of two bytes a character mostly consists of, and what other bytes hardly ever decode to. */
export const frequentCharacters: Readonly<Record<string, RegExp>> = {
  gb18030: anyOf(han),
  big5: anyOf(han),
  shift_jis: anyOf('ぁ-んァ-ヶー年月日'),
  'euc-kr': anyOf(hangul),
  'euc-jp': anyOf('ぁ-んァ-ヶー年月日'),
};
