import { describe, expect, test } from 'vitest';
import type { Article } from '../article.ts';
import type { ArchiveFacts } from './archive-facts.ts';
import { inventArticle } from './invented-article.ts';
import { parseQueries } from './labelled.ts';
import { match } from './match.ts';
import { parseQuery } from './parse.ts';
import { printQuery } from './print.ts';
import { limits, queryFields } from './query.ts';

// The page for users, QUERY.md, is written from these tables: change them, run this file with `--update`, read the page.

/** A query, how it is read (as printed), and texts of articles it finds and does not find; `¶` ends a paragraph, `{x}` is a tag, `{#note}` says that there is a note. */
type Case = [text: string, read: string, finds?: string[], misses?: string[]];
/** A query that cannot be read: the place, a part of the reason, and the query offered instead. */
type Refusal = [text: string, place: string, reason: string, mend?: string];

interface Section {
  title: string;
  says: string;
  cases?: Case[];
  refusals?: Refusal[];
}

const today = '2020-01-31';

const sections: Section[] = [
  {
    title: 'Words and phrases',
    says: 'Words side by side are a phrase: they stand in this order, one directly after the other, in one field and one paragraph. Quotation marks of any kind make operators literal; single quotation marks are white space. A word is a run of letters and digits: hyphens, apostrophes, dots, slashes and signs separate words.',
    cases: [
      ['climate', 'climate', ['A change of climate.'], ['Climates differ.']],
      [
        'bill clinton',
        'bill clinton',
        ['Bill Clinton spoke.'],
        ['Clinton, Bill', 'Bill ¶ Clinton', 'Bill J. Clinton'],
      ],
      ['  climate   change ', 'climate change', ['Climate change'], ['climate ¶ change']],
      ['"peas and carrots"', '"peas and carrots"', ['Peas and carrots.'], ['Peas, carrots and rice.']],
      ['“peas and carrots”', '"peas and carrots"', ['peas and carrots']],
      ['„peas and carrots“', '"peas and carrots"', ['peas and carrots']],
      ['«peas and carrots»', '"peas and carrots"', ['peas and carrots']],
      ["'peas' and 'carrots'", 'peas and carrots', ['Peas, rice, carrots']],
      ['"closing date"', '"closing date"', ['The closing date is near.'], ['The date of closing']],
      ['"climate" "change"', '"climate change"', ['climate change']],
      [
        'state-of-the-art',
        'state of the art',
        ['State of the art', 'state-of-the-art'],
        ['art of the state'],
      ],
      ["o'brien", 'o brien', ['O’Brien', 'O Brien'], ['OBrien']],
      ['AT&T', 'at t', ['AT&T', 'at T'], ['ATT']],
      ['C++', 'c', ['C', 'C#'], ['CPP']],
      ['38.101', '38 101', ['Section 38.101', '38,101'], ['38101']],
      ['-x', 'x', ['x'], ['xx']],
      ['co2', 'co2', ['CO2'], ['CO 2', 'CO₃']],
      ['rock-and-roll', '"rock and roll"', ['Rock and roll']],
      ['U.S.', 'u s', ['U.S.', 'U S'], ['US']],
      ['24/7', '24 7', ['24/7', '24-7'], ['247']],
      ['9/11', '9 11', ['9/11']],
      ['#MeToo', 'metoo', ['#metoo', 'MeToo'], ['me too']],
      ['snake_case', 'snake case', ['snake case']],
      ['e-mail@example.org', 'e mail example org', ['e-mail@example.org']],
    ],
    refusals: [
      ['"climate', '"', 'not closed', '"climate"'],
      ['a and “climate', '“', 'not closed', 'a and “climate"'],
      ['""', '""', 'no word'],
      ['Marks & Spencer', '&', 'no letter and no digit', '"Marks & Spencer"'],
      ['&', '&', 'no letter and no digit'],
    ],
  },
  {
    title: 'Case, accents and scripts',
    says: 'Capitals do not count. Accents of Latin, Greek and Cyrillic letters do not count; marks of other scripts do, such as the points of Hebrew and the vowel signs of Arabic. Digits of other scripts, raised and lowered digits, fractions and numbers in circles are themselves: `٣٤` is not `34`, `m²` not `m2`. Each Chinese character and each kana is a word of its own, so that a word of two characters is a phrase. Signs and emoji separate words and cannot be looked for.',
    cases: [
      ['CAFE', 'cafe', ['café', 'Cafe', 'CAFÉ'], ['cafes']],
      ['café', 'cafe', ['cafe', 'Cafe\u0301']],
      ['Straße', 'strasse', ['STRASSE', 'Straße'], ['Strase']],
      ['Łódź', 'lodz', ['Lodz', 'ŁÓDŹ']],
      ['Ørsted', 'orsted', ['Orsted', 'ØRSTED']],
      ['İstanbul', 'istanbul', ['Istanbul', 'istanbul']],
      ['Ελλάδα', 'ελλαδα', ['ΕΛΛΑΔΑ', 'Ελλάδα']],
      ['ёлка', 'елка', ['Елка', 'ЁЛКА']],
      ['中国', '中国', ['中国经济', '在中国'], ['国中', '中 ¶ 国']],
      ['中国 经济', '中国经济', ['中国经济'], ['中国的经济']],
      ['選挙 or 大選', '選挙 or 大選', ['大選挙', '大選']],
      ['東京オリンピック', '東京オリンピック', ['東京オリンピック開幕'], ['東京のオリンピック']],
      ['서울', '서울', ['서울 시장'], ['서울시']],
      ['서울시*', '서울시*', ['서울시장', '서울시'], ['서울']],
      ['صحيفة', 'صحيفة', ['قالت صحيفة اليوم'], ['صحيفتان']],
      ['שלום', 'שלום', ['אמר שלום לכולם']],
      ['שָׁלוֹם', 'שָׁלוֹם', ['שָׁלוֹם'], ['שלום']],
      ['محمد', 'محمد', ['محمد'], ['مُحَمَّد']],
      ['٣٤', '٣٤', ['٣٤'], ['34']],
      ['34 or m2', '34 or m2', ['３４', 'M2'], ['٣٤', 'm²']],
      ['m²', 'm²', ['100 m²'], ['100 m2']],
      ['हिन्दी', 'हिन्दी', ['हिन्दी समाचार'], ['हिनदी']],
      ['ＡＢＣ１２', 'abc12', ['ABC12']],
      ['ｃｌｉｍａｔｅ　ＡＮＤ　ｔａｘ', 'climate and tax', ['tax, climate']],
      ['ﬁnance', 'finance', ['Finance', 'ﬁnance']],
      ['co\u00ADoperate', 'cooperate', ['cooperate', 'co\u00ADoperate']],
    ],
    refusals: [
      ['🔥', '🔥', 'no letter and no digit'],
      ['fire 🔥 sale', '🔥', 'no letter and no digit', '"fire 🔥 sale"'],
      ['中?国', '?', 'stands inside words only', '中 % 国'],
    ],
  },
  {
    title: 'And, or, not',
    says: 'In any case of letters. `not` binds more tightly than `and`, `and` more tightly than `or`; brackets change that. `a and not b` is `a not b`; what `and not` excludes, it excludes from all that this `and` joins.',
    cases: [
      [
        'bill clinton or gore and george bush',
        'bill clinton or gore and george bush',
        ['Bill Clinton', 'Gore met George Bush'],
        ['Gore', 'George Bush'],
      ],
      ['(bill adj clinton) or (gore and (george adj bush))', 'bill clinton or gore and george bush'],
      ['climate AND tax', 'climate and tax', ['tax ¶ climate'], ['climate']],
      ['climate Or tax', 'climate or tax', ['tax', 'climate']],
      ['climate NOT tax', 'climate not tax', ['climate'], ['climate tax', 'tax']],
      ['climate and not tax', 'climate not tax', ['climate'], ['climate tax']],
      ['a and b and not c', '(a and b) not c', ['a b'], ['a b c', 'a']],
      ['a and not b and c', '(a and c) not b', ['a c'], ['a b c']],
      ['a not b not c', 'a not (b or c)', ['a'], ['a b', 'a c']],
      ['a or b and c', 'a or b and c', ['a', 'b c'], ['b', 'c']],
      ['(a or b) and c', '(a or b) and c', ['a c', 'b c'], ['a', 'c']],
      ['a and b or c', 'a and b or c', ['c', 'a b'], ['a']],
      ['a not b or c', 'a not b or c', ['c b', 'a'], ['a b']],
      ['a or b not c', 'a or b not c', ['a c'], ['b c']],
      ['((a))', 'a'],
      ['a and (b and c)', 'a and (b and c)', ['a b c'], ['a b']],
      ['（a or b） and c', '(a or b) and c'],
    ],
    refusals: [
      ['a and', 'and', 'missing after', 'a'],
      ['or a', 'or', 'missing before', 'a'],
      ['not a', 'not', 'missing before', '"not a"'],
      ['a or not b', 'not', 'every article without'],
      ['a and or b', 'or', 'cannot follow', 'a and b'],
      ['(a or b', '(', 'not closed', '(a or b)'],
      ['a or b)', ')', 'No bracket is open', 'a or b'],
      ['a and ()', '()', 'empty'],
    ],
  },
  {
    title: 'Words near each other',
    says: `\`a adjN b\`: b stands after a, at most N words on, in the same paragraph (N to ${limits.adj}; \`adj\` is \`adj1\`). \`a w/N b\`: the same, through the paragraphs of the body. \`a nearN b\` or \`a /N/ b\`: in either order, through the paragraphs of the body (N to ${limits.near}). \`a % b\`: exactly one word between. \`a same b\`: in one paragraph. They join words, phrases, groups joined by \`or\`, and one another from left to right; words side by side hold together first. What stands at one place is not near itself; what stands between two that are near each other is near both. Headlines, bylines and other fields are each for themselves.`,
    cases: [
      ['bill adj clinton', 'bill clinton', ['Bill Clinton'], ['Clinton Bill']],
      ['bill adj1 clinton', 'bill clinton'],
      [
        'bill ADJ2 clinton',
        'bill adj2 clinton',
        ['Bill Clinton', 'Bill Jefferson Clinton'],
        ['Bill J. X. Clinton', 'Clinton Bill', 'Bill ¶ Clinton'],
      ],
      [
        'bill w/2 clinton',
        'bill w/2 clinton',
        ['Bill J. Clinton', 'Bill ¶ Clinton'],
        ['Clinton, Bill', 'Bill x y Clinton'],
      ],
      [
        'bill near2 clinton',
        'bill near2 clinton',
        ['Clinton, Bill', 'Bill J. Clinton', 'Clinton ¶ J. Bill'],
        ['Bill x y Clinton'],
      ],
      ['bill /2/ clinton', 'bill near2 clinton'],
      ['BILL Near2 CLINTON', 'bill near2 clinton'],
      ['bill near1 clinton', 'bill near1 clinton', ['Clinton Bill', 'Bill Clinton'], ['Bill J. Clinton']],
      ['steel near5 steel', 'steel near5 steel', ['Steel is steel.'], ['Steel.']],
      [
        'president % clinton',
        'president % clinton',
        ['President Bill Clinton'],
        ['President Clinton', 'President William Jefferson Clinton', 'president x ¶ clinton'],
      ],
      ['bill same clinton', 'bill same clinton', ['Clinton paid the bill.'], ['Bill. ¶ Clinton.']],
      ['a same b same c', 'a same b same c', ['c b a'], ['a b ¶ b c']],
      ['(a or b) near2 c', '(a or b) near2 c', ['c x b', 'a c'], ['a x x c']],
      [
        'climate change near3 tax',
        'climate change near3 tax',
        ['a tax on climate change', 'climate change x x tax'],
        ['climate x change tax'],
      ],
      [
        'tax near3 climate change',
        'tax near3 climate change',
        ['climate change x x tax'],
        ['climate x change tax'],
      ],
      [
        '"climate change" adj3 "carbon tax"',
        '"climate change" adj3 "carbon tax"',
        ['climate change and a carbon tax'],
        ['carbon tax, climate change'],
      ],
      ['a near2 b near2 c', 'a near2 b near2 c', ['a b c', 'c a x b'], ['a b x x c']],
      ['a near2 (b near2 c)', 'a near2 (b near2 c)', ['a x b x c'], ['a x x b c']],
      ['a adj2 b near5 c', '(a adj2 b) near5 c', ['c a b'], ['c b a']],
      ['a % b % c', 'a % b % c', ['a x b x c'], ['a b c']],
      ['(a or b) c', '(a or b) adj c', ['b c', 'a c'], ['a x c', 'c a']],
      ['a (b or c) d', 'a adj (b or c) adj d', ['a c d'], ['a d', 'a b c d']],
      ['(a)(b)', 'a b', ['a b']],
      ['elect* near3 fraud', 'elect* near3 fraud', ['fraud in elections']],
      ['中国 near2 经济', '中国 near2 经济', ['经济在中国', '中国的经济'], ['中国今年经济']],
      ['a near500 b', 'a near500 b'],
      ['a adj10 b', 'a adj10 b'],
      ['not-for-profit near3 law', '"not for profit" near3 law', ['law on not-for-profit groups']],
    ],
    refusals: [
      ['a adj11 b', 'adj11', 'from 1 to 10', 'a near11 b'],
      ['a adj0 b', 'adj0', 'from 1 to 10', 'a adj1 b'],
      ['a w/25 b', 'w/25', 'from 1 to 10', 'a near25 b'],
      ['a near501 b', 'near501', 'from 1 to 500', 'a near500 b'],
      ['a near/5 b', 'near/5', 'without a slash', 'a near5 b'],
      ['a near5', 'near5', 'missing after', 'a'],
      ['near5 a', 'near5', 'missing before', 'a'],
      ['a near5 and b', 'and', 'cannot follow', 'a near5 b'],
      [
        '(a and b) near5 c',
        'a and b',
        'words, phrases and groups joined by or',
        '((a near5 c) and (b near5 c))',
      ],
      ['(a not b) same c', 'a not b', 'words, phrases and groups joined by or', '(a not b) and c'],
      ['date 2017 near5 a', 'near5', 'measures between words', 'date 2017 and a'],
      ['a near5 hd=b', 'hd=', 'measures between words', 'a and hd=b'],
      ['(a and b) c', 'c', 'operator is missing', '(a and b) and c'],
      ['a pre/3 b', 'pre/3', 'Nexis', 'a w/3 b'],
      ['a w/p b', 'w/p', 'Nexis', 'a same b'],
      ['hlead(rain! pre/3 b) and c w/5 d', 'pre/3', 'Nexis', 'hlp=(rain* w/3 b) and c near5 d'],
      ['up 100% today', '100%', 'stands alone', '"up 100% today"'],
    ],
  },
  {
    title: 'Operators misspelt, or of another language',
    says: 'What looks like an operator and is none of ours is refused, since as words of a phrase it would only make the list of results shorter; in quotation marks it is words. `near` and a number are words at the beginning and at the end; `-7` and, at the beginning, `-x` are words too.',
    cases: [
      ['near 5 people', '"near 5 people"', ['near 5 people']],
      ['killed near 5', '"killed near 5"', ['killed near 5']],
      ['"killed near 5 people"', '"killed near 5 people"', ['killed near 5 people']],
      ['house-near-5 x', '"house near 5 x"', ['house near 5 x']],
      ['atl3 steel', 'atl3 steel', ['ATL3 steel']],
      ['steel[sic] ore', 'steel sic ore', ['steel [sic] ore']],
      ['a -7 b', 'a 7 b', ['a 7 b']],
      ['steel w/o ore', 'steel w o ore', ['steel w/o ore']],
      ['near (steel, ore)', 'near steel ore', ['near steel ore']],
      ['(a or b) 5 c', '(a or b) adj1 5 c', ['b 5 c'], ['b c']],
    ],
    refusals: [
      ['steel adj 5 ore', 'adj 5', 'is written adj5', 'steel adj5 ore'],
      ['steel near 5 ore', 'near 5', 'is written near5', 'steel near5 ore'],
      ['steel NEAR 5 (ore or iron)', 'NEAR 5', 'is written near5', 'steel near5 (ore or iron)'],
      ['steel near5ore', 'near5ore', 'is written near5 ore', 'steel near5 ore'],
      ['steel near5, ore', 'near5,', 'is written near5', 'steel near5 ore'],
      ['bill w/ clinton', 'w/', 'needs a number', 'bill w/5 clinton'],
      ['bill w/ 5 clinton', 'w/ 5', 'is written w/5', 'bill w/5 clinton'],
      ['bill w/in 5 clinton', 'w/in 5', 'is written w/5', 'bill w/5 clinton'],
      ['bill w/in5 clinton', 'w/in5', 'is written w/5', 'bill w/5 clinton'],
      ['steel near-5 ore', 'near-5', 'is written near5', 'steel near5 ore'],
      ['atl3 (steel or ore)', 'atl3', 'is written atleast3', 'atleast3 (steel or ore)'],
      ['wom[ae]n march', 'wom[ae]n', 'one of several letters', 'wom?n march'],
      ['bill w/5clinton', 'w/5clinton', 'is written w/5 clinton', 'bill w/5 clinton'],
      ['NEAR(steel, ore)', 'NEAR(steel, ore)', 'is written', '(steel near5 ore)'],
      ['[steel or ore] price', '[steel or ore]', 'is written', '(steel or ore) price'],
      [
        'hd=[steel or [ore same price]]',
        '[steel or [ore same price]]',
        'is written',
        'hd=(steel or (ore same price))',
      ],
      [
        'tax and near(steel price, ore, 7)',
        'near(steel price, ore, 7)',
        'is written',
        'tax and (steel price near7 ore)',
      ],
      ['"steel ore"~5', '"steel ore"~5', 'is written', '(steel near5 ore)'],
      ['steel /F 1/', '/F 1/', 'is written /F1/', 'steel /F1/'],
      ['steel /F1', '/F1', 'slash on both sides', 'steel /F1/'],
      ['atleast 3 steel', 'atleast 3', 'is written atleast3', 'atleast3 steel'],
      ['atleast3steel', 'atleast3steel', 'is written atleast3 steel', 'atleast3 steel'],
      ['steel -ore', '-', 'not excludes', 'steel not ore'],
      ['steel and -"iron ore" -tin', '-', 'not excludes', 'steel and not "iron ore" not tin'],
      ['steel -(ore or tin)', '-', 'not excludes', 'steel not (ore or tin)'],
      ['steel -ore price', '-', 'not excludes', '"steel -ore price"'],
      ['steel –ore', '–', 'not excludes', 'steel not ore'],
      ['steel −(ore or tin)', '−', 'not excludes', 'steel not (ore or tin)'],
      ['steel !ore', '!', 'not excludes', 'steel not ore'],
      ['+steel +ore', '+', 'joined by and', 'steel and ore'],
      ['steel && ore', '&&', 'is written and', 'steel and ore'],
      ['steel || ore', '||', 'is written or', 'steel or ore'],
      ['steel|ore', 'steel|ore', 'is written steel or ore', 'steel or ore'],
      ['steel and/or ore', 'and/or', 'is written or', 'steel or ore'],
      ['steel andnot ore', 'andnot', 'is written and not', 'steel and not ore'],
      ['steel and-not ore', 'and-not', 'is written and not', 'steel and not ore'],
      ['steel same5 ore', 'same5', 'takes no number', 'steel same ore'],
      ['steel N/5 ore', 'N/5', 'ProQuest', 'steel near5 ore'],
      ['steel P/5 ore', 'P/5', 'ProQuest', 'steel w/5 ore'],
      ['tax and hd(steel or ore)', 'hd', 'is written hd=', 'tax and hd=(steel or ore)'],
      ['steel and, ore', 'and,', 'is written and', 'steel and ore'],
    ],
  },
  {
    title: 'The first words, and how often',
    says: `\`a /FN/\`: a stands within the first N words (N to ${limits.first}) of the body, or of the headline or another field it looks at. \`atleastN a\`: a stands at N places or more (N to ${limits.atleast}); it takes all that is measured behind it, and counts places over the whole article or field.`,
    cases: [
      [
        'china /F3/',
        'china /F3/',
        ['Trade with China grows', 'China', 'x ¶ x China'],
        ['Trade goes well with China', 'x ¶ x ¶ x ¶ China'],
      ],
      ['china/F3/', 'china /F3/'],
      ['atleast(01/02)', '"atleast 01 02"', ['atleast 01 02'], ['at least 01 02']],
      ['china /f50/ and trade', 'china /F50/ and trade', ['China and trade']],
      ['climate change /F3/', 'climate change /F3/', ['a climate change'], ['a great climate change']],
      ['(china or india) /F1/', '(china or india) /F1/', ['India', 'China'], ['In India']],
      ['a near2 b /F4/', '(a near2 b) /F4/', ['x a x b'], ['x x a x b']],
      ['atleast2 steel', 'atleast2 steel', ['Steel, steel.', 'steel ¶ steel'], ['Steel.']],
      ['ATLEAST3 (steel or iron)', 'atleast3 (steel or iron)', ['steel iron steel'], ['steel iron']],
      [
        'atleast2 climate change',
        'atleast2 climate change',
        ['climate change, climate change'],
        ['climate change climate'],
      ],
      ['atleast2 steel and ore', 'atleast2 steel and ore', ['steel steel ore'], ['steel ore']],
      ['atleast2 a near2 b', 'atleast2 (a near2 b)', ['a b x x x b a'], ['a b']],
      ['atleast2 steel*', 'atleast2 steel*', ['steel, steels'], ['steels']],
      ['atleast1 a', 'atleast1 a', ['a']],
    ],
    refusals: [
      ['a /F0/', '/F0/', 'from 1 to 500', 'a /F1/'],
      ['a /F501/', '/F501/', 'from 1 to 500', 'a /F500/'],
      ['atleast51 a', 'atleast51', 'from 1 to 50', 'atleast50 a'],
      ['atleast3', 'atleast3', 'missing after', '"atleast3"'],
      ['atleast3 (a and b)', 'a and b', 'cannot be counted', '(a and b)'],
      ['atleast2 hd=a', 'hd=', 'cannot stand after atleast'],
      ['a near5 atleast2 b', 'atleast2', 'measures between words', 'a and atleast2 b'],
      ['(a and b) /F5/', '/F5/', 'groups joined by or only', '(a and b)'],
    ],
  },
  {
    title: 'Parts of words',
    says: '`*` is any ending, `$3` at most three more characters, `$` at most nine; three letters or more stand before them, of which a Korean syllable has two or three. `?` is exactly one character, not the first. They work in quotation marks too, except a `?` at the end, which is punctuation there. Characters are counted after accents are taken off and letters such as ß are written out.',
    cases: [
      ['elect*', 'elect*', ['elect', 'election', 'Electricity'], ['select', 'ele']],
      ['elect$3', 'elect$3', ['elect', 'elected', 'election'], ['electoral', 'elections']],
      ['elect$', 'elect$', ['elect', 'electoral', 'electricity'], ['electroencephalogram']],
      ['elect$9', 'elect$', ['electoral']],
      ['elect$1', 'elect$1', ['elects', 'elect'], ['elected']],
      ['wom?n', 'wom?n', ['woman', 'women'], ['womn', 'womaan']],
      ['organi?ation*', 'organi?ation*', ['organisation', 'organizations'], ['organiation']],
      ['m??n', 'm??n', ['moon', 'main'], ['men', 'mn']],
      ['analy?e$1', 'analy?e$1', ['analyse', 'analyzed'], ['analyzers']],
      ['next?', 'next?', ['nexts'], ['next', 'nextes']],
      ['"who is next?"', '"who is next"', ['Who is next?'], ['Who is nexts']],
      ['"steel* price$1"', '"steel* price$1"', ['steelmakers prices', 'steel price'], ['steel, the price']],
      ['steel* price', 'steel* price', ['steelmakers price'], ['steel the price']],
      ['re-elect*', 're elect*', ['re-election', 're elect'], ['reelection']],
      ['елк*', 'елк*', ['ёлками']],
      ['caf?', 'caf?', ['café', 'cafe'], ['caf', 'cafes']],
      ['中国*', '中国', ['中国经济']],
      ['서울*', '서울*', ['서울은', '서울시장'], ['북서울', '서 울']],
      ['서울시$1', '서울시$1', ['서울시장', '서울시'], ['서울시장에']],
      ['"5 * 3 = 15?"', '"5 3 15"', ['5 * 3 = 15']],
    ],
    refusals: [
      ['el*', 'el*', 'too short'],
      ['el$3', 'el$', 'too short', '"el 3"'],
      ['*linton', '*', 'beginning of a word', 'linton'],
      ['?linton', '?', 'cannot begin with', 'linton'],
      ['m*a*s*h', '*', 'end of a word only'],
      ['elect*ion and fraud', '*', 'end of a word only', 'elect* and fraud'],
      ['colo*r', '*', 'end of a word only', 'colo*'],
      ['$500', '$', 'beginning of a word', '"500"'],
      ['US$500', 'US$', 'too short', '"US 500"'],
      ['euro$500', '$', 'one digit from 1 to 9', '"euro 500"'],
      ['elect$0', '$', 'one digit from 1 to 9', '"elect 0"'],
      ['steel * price', '*', 'beginning of a word', '"steel * price"'],
    ],
  },
  {
    title: 'Fields',
    says: 'A field takes the words behind it with all that is measured, or a group in brackets; `:` does for `=`. Codes are found by code or by name; an accession number, a code or a language is found whole, or truncated.',
    cases: [
      ['hd=steel', 'hd=steel'],
      ['HD = steel', 'hd=steel'],
      ['hd:steel price', 'hd=steel price'],
      ['hd=(steel or iron) and tax', 'hd=(steel or iron) and tax', [], ['steel and tax']],
      ['hd=steel near3 price', 'hd=(steel near3 price)', [], ['steel price']],
      ['hd=(atleast2 steel)', 'hd=(atleast2 steel)'],
      ['hd=atleast2 steel', 'hd=(atleast2 steel)'],
      ['td=steel', 'td=steel', ['steel']],
      ['lp=steel', 'lp=steel', ['x ¶ steel'], ['x ¶ x ¶ steel']],
      ['lp=(a near2 b)', 'lp=(a near2 b)', ['a ¶ x b'], ['x ¶ a ¶ b']],
      ['hlp=steel', 'hlp=steel', ['steel']],
      ['hl=steel', 'hl=steel', [], ['steel']],
      [
        'by=smith and se=markets and clm=furnace and cr=wire and art=chart',
        'by=smith and se=markets and clm=furnace and cr=wire and art=chart',
      ],
      ['rst=(sfj or j) and la=en', 'rst=(sfj or j) and la=en'],
      ['sn=wall street journal not sc=wsjo', 'sn=wall street journal not sc=wsjo'],
      [
        'co=(apple or aapl*) or in=i1 or ns=c13 or re=usa or pe=finch',
        'co=(apple or aapl*) or in=i1 or ns=c13 or re=usa or pe=finch',
      ],
      ['pub=dow jones', 'pub=dow jones'],
      ['an=WSJO000020170408ed48001rx', 'an=wsjo000020170408ed48001rx'],
      ['an=WSJO*', 'an=wsjo*'],
      ['lang:de or la=german', 'lang=de or la=german'],
      ['file:export.rtf', 'file=export rtf'],
      ['kind:headline', 'kind=headline'],
      ['issue:date-shifted', 'issue="date shifted"'],
    ],
    refusals: [
      ['sc=NYTF,WSJO', 'NYTF,WSJO', 'is a list', 'sc=(NYTF or WSJO)'],
      ['an=(AB1, AB2; AB3) not tax', 'AB1, AB2; AB3', 'is a list', 'an=(AB1 or AB2 or AB3) not tax'],
      ['headline=steel', 'headline=', 'no field “headline”', 'hd=steel'],
      ['ticker:steel', 'ticker:', 'no field “ticker”', '"ticker:steel"'],
      ['hd=', 'hd=', 'value of hd= is missing'],
      ['hd=(a or td=b)', 'td=', 'inside the brackets of another', '(hd=(a) or td=b)'],
      ['hd=(a and date 2017)', 'date', 'outside the brackets'],
      ['hd=(a and wc>5)', 'wc>5', 'outside the brackets'],
      ['hd=(a and b or td=c) not d', 'td=', 'inside the brackets of another', '(hd=(a and b) or td=c) not d'],
      // Which of the two the `and` is of is not left to a guess.
      ['hd=(a or b and td=c)', 'td=', 'inside the brackets of another'],
    ],
  },
  {
    title: 'What the archive knows',
    says: 'Facts of an archive beside the texts of its articles. A tag is found as codes are: whole, by all of its words in order, or truncated; capitals, accents and signs do not count. `has:note` finds articles with a note, `has:duplicate` those whose text stands in another article of the archive too, the first and the later ones alike: the paragraphs of the body sign for sign, or the headline where there is no body. `has:` takes these two words, and groups of them.',
    cases: [
      ['tag:x', 'tag=x', ['{x}', '{X}', '{x} {y}'], ['x', '{x y}', '{xy}']],
      [
        'tag:"climate policy"',
        'tag="climate policy"',
        ['{Climate  policy}', '{climate-policy}'],
        ['{climate}', '{climate} {policy}'],
      ],
      ['tag:climate', 'tag=climate', ['{climate}'], ['{climate policy}']],
      ['tag:clim*', 'tag=clim*', ['{Climate}', '{climate policy}'], ['{the climate}']],
      [
        'tag=(x or "to read") not has:note',
        'tag=(x or "to read") not has=note',
        ['{to read}', '{x} {y}'],
        ['{x} {#note}', '{to} {read}'],
      ],
      ['has:note', 'has=note', ['{#note}'], ['note', '{note}', '{#duplicate}']],
      ['HAS = Note', 'has=note'],
      ['has:duplicate', 'has=duplicate', ['{#duplicate}'], ['{#note}']],
      ['has:(note or duplicate)', 'has=(note or duplicate)', ['{#note}', '{#duplicate}'], ['{x}']],
      ['has:(note and duplicate)', 'has=(note and duplicate)', ['{#note} {#duplicate}'], ['{#note}']],
      ['steel and tag:x', 'steel and tag=x', ['{x} steel'], ['steel', '{x}']],
    ],
    refusals: [
      ['has:notes', 'notes', 'takes note or duplicate', 'has:note'],
      ['has:(note or copy)', 'copy', 'takes note or duplicate', 'has:(note or duplicate)'],
      ['has:tag', 'tag', 'takes note or duplicate', '"has:tag"'],
      ['has:note duplicate', 'note duplicate', 'takes note or duplicate', 'has:note'],
      ['has:(note near2 duplicate)', 'note near2 duplicate', 'takes note or duplicate', 'has:(note)'],
      ['has:', 'has:', 'value of has= is missing'],
    ],
  },
  {
    title: 'Word count',
    says: 'The count stated by the vendor, else ours. An item without a text that states none is in no range.',
    cases: [
      ['wc>500', 'wc>500'],
      ['wc > 500', 'wc>500'],
      ['WC<100', 'wc<100'],
      ['wc>=500', 'wc>499'],
      ['wc<=100', 'wc<101'],
      ['wc≥500', 'wc>499'],
      ['wc=750', 'wc=750'],
      ['steel and wc>500 and wc<1000', 'steel and wc>500 and wc<1000'],
      ['steel not wc<100', 'steel not wc<100'],
      ['wc>=0', 'wc>=0'],
      ['wc', 'wc', ['the WC']],
    ],
    refusals: [
      ['wc>', 'wc>', 'number of words is missing', '"wc>"'],
      ['wc>many', 'wc>many', 'not a number of words', '"wc>many"'],
      ['wc>1,000', 'wc>1,000', 'not a number of words', 'wc>1000'],
      ['wc<0', 'wc<0', 'not a number of words', '"wc<0"'],
      ['a > b', '>', 'Only wc', '"a > b"'],
    ],
  },
  {
    title: 'Dates',
    says: `The day of publication. \`from\` and \`to\` are inclusive, \`after\` and \`before\` exclusive; \`-7\` is seven days ago, counted from the clock of whoever asks (here ${today}). Days with slashes are read day first or month first, as set; one that could be either is said to be. An article without a date is in no range.`,
    cases: [
      ['date from 01/01/2017 to 30/04/2017', 'date from 2017-01-01 to 2017-04-30'],
      ['date after 20170401', 'date after 2017-04-01'],
      ['date before 2017-04-01', 'date before 2017-04-01'],
      ['date 2017', 'date 2017'],
      ['date 2017-02', 'date 2017-02'],
      ['date 08/04/2017', 'date 2017-04-08'],
      ['date 13/12/2017', 'date 2017-12-13'],
      ['date 12/13/2017', 'date 2017-12-13'],
      ['date after -7', 'date after 2020-01-24'],
      ['date from -30 to -1', 'date from 2020-01-01 to 2020-01-30'],
      ['date after 2016', 'date after 2016-12-31'],
      ['date before 2017-04', 'date before 2017-04-01'],
      ['date from 2016 to 2017-04', 'date from 2016-01-01 to 2017-04-30'],
      ['DATE FROM 2017-01-01 TO 2017-12-31', 'date 2017'],
      ['date 2017 and 2018', 'date 2017 and 2018'],
      ['date 2017 and (before 2018)', 'date 2017 and "before 2018"'],
      ['steel and date 2017 not tax', 'steel and date 2017 not tax'],
    ],
    refusals: [
      ['closing date and (bid or bids)', 'date', 'is an operator', '"closing date" and (bid or bids)'],
      ['date of birth', 'date', 'is an operator', '"date of birth"'],
      ['steel date 2017', 'date', 'operator is missing', 'steel and date 2017'],
      ['date=2017', 'date=', 'no field', 'date 2017'],
      ['date 30/02/2017', '30/02/2017', 'no such day', '"date 30/02/2017"'],
      ['date from 2017', '', 'end of the range', 'date after 2016-12-31'],
      ['date from 2017 until 2018', 'until', 'end of the range', 'date from 2017 to 2018'],
      [
        'date after 2016 and before 2018',
        'before',
        'a “date” of its own',
        'date after 2016 and date before 2018',
      ],
      ['date 2017/04/08', '2017/04/08', 'is not a date', 'date 2017-04-08'],
      ['date from 1.4.2017 to 30.4.2017', '1.4.2017', 'is not a date', 'date from 2017-4-1 to 2017-4-30'],
      ['date after 31.12.2016', '31.12.2016', 'is not a date', 'date after 2016-12-31'],
      ['date after -30d', '-30d', 'is not a date', 'date after -30'],
      ['date 2017 to 2018', 'to', 'begins with “from”', 'date from 2017 to 2018'],
      ['date 2017-04-01 - 2017-04-30', '-', 'begins with “from”', 'date from 2017-04-01 to 2017-04-30'],
      ['date 2017-2018 and tax', '2017-2018', 'is not a date', 'date from 2017 to 2018 and tax'],
      ['date from 2018 to 2017', '2018 to 2017', 'ends before', 'date from 2017-01-01 to 2018-12-31'],
      ['date 01/02/17', '01/02/17', 'is not a date', '"date 01/02/17"'],
    ],
  },
];

const inBraces = /\{(#?)([^}]*)\}/g;

/** What the archive knows of an article: tags in braces, and `{#note}`, `{#duplicate}`. */
function factsOf(text: string): ArchiveFacts {
  const found = [...text.matchAll(inBraces)].map(([, sign, name = '']) => ({ sign, name }));
  const has = (state: string) => found.some(({ sign, name }) => sign === '#' && name === state);
  const tags = found.flatMap(({ sign, name }) => (sign === '' ? [name] : []));
  return { tags, hasNote: has('note'), hasDuplicate: has('duplicate') };
}

function articleOf(given: string): Article {
  const text = given.replace(inBraces, '').trim();
  return inventArticle({ body: text.split(' ¶ ').map((paragraph) => ({ kind: 'text', text: paragraph })) });
}

function read(text: string): ReturnType<typeof parseQuery> {
  return parseQuery(text, { today });
}

const cases = sections.flatMap(({ cases = [] }) => cases);
const refusals = sections.flatMap(({ refusals = [] }) => refusals);

describe('the language', () => {
  test.each(cases)('%s is read as %s', (text, canonical, ...[finds = [], misses = []]) => {
    const parsed = read(text);
    expect(parsed.ok ? printQuery(parsed.query) : parsed.problems).toBe(canonical);
    if (!parsed.ok) return;
    expect(finds.filter((one) => !match(parsed.query, articleOf(one), factsOf(one)))).toEqual([]);
    expect(misses.filter((one) => match(parsed.query, articleOf(one), factsOf(one)))).toEqual([]);
    const again = read(canonical);
    expect(again.ok && printQuery(again.query)).toBe(canonical);
  });

  test.each(refusals)('%s is refused', (text, ...[place, reason, mend]) => {
    const parsed = read(text);
    const [problem] = parsed.ok ? [] : parsed.problems;
    expect({ place: text.slice(problem?.span.start, problem?.span.end), mend: problem?.mend }).toEqual({
      place,
      mend,
    });
    expect(problem?.message).toContain(reason);
  });

  test('has cases enough', () => {
    expect(cases.length + refusals.length).toBeGreaterThan(190);
  });
});

const cell = (text: string): string => text.replaceAll('|', '\\|');
const code = (text: string): string => `\`${cell(text)}\``;
const quotes = (texts: string[] = []): string => texts.map((text) => cell(text)).join(' · ');

function row(cells: string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function tableOf(head: string[], rows: string[][]): string {
  return rows.length === 0 ? '' : [row(head), row(head.map(() => '---')), ...rows.map(row), ''].join('\n');
}

function sectionText({ title, says, cases = [], refusals = [] }: Section): string {
  return [
    `## ${title}`,
    '',
    says,
    '',
    tableOf(
      ['query', 'read as', 'finds', 'does not find'],
      cases.map(([text, canonical, finds, misses]) => [
        code(text),
        code(canonical),
        quotes(finds),
        quotes(misses),
      ]),
    ),
    tableOf(
      ['not a query', 'because', 'offered instead'],
      refusals.map(([text, , , mend]) => {
        const parsed = read(text);
        return [code(text), parsed.ok ? '' : cell(parsed.problems[0]?.message ?? ''), mend ? code(mend) : ''];
      }),
    ),
  ].join('\n');
}

/** A line of several queries, and whether it is a name. */
const labelled: [line: string, names: boolean, label: string, canonical: string][] = [
  ['climate = clima* or co2', false, 'climate', 'clima* or co2'],
  ['ferry and harbour', false, 'ferry and harbour', 'ferry and harbour'],
  ['hd = ferry', false, 'hd = ferry', 'hd=ferry'],
  ['"trade in" = hd=trade', false, 'trade in', 'hd=trade'],
  ['"supply and demand" = prices', false, 'supply and demand', 'prices'],
  ['Rock and Roll', true, 'Rock and Roll', '"rock and roll"'],
];

function labelledAs(line: string, names: boolean): string[] {
  return parseQueries(line, { names }).flatMap(({ label, parsed }) => [
    label,
    parsed.ok ? printQuery(parsed.query) : 'not a query',
  ]);
}

test.each(labelled)('the line %s (a name: %s) is labelled %s and read as %s', (line, names, ...expected) => {
  expect(labelledAs(line, names)).toEqual(expected);
});

test('the page for users is up to date', async () => {
  const fields = tableOf(
    ['field', 'looks at'],
    Object.entries(queryFields).map(([name, looks]) => [code(`${name}=`), looks]),
  );
  const page = [
    '# The query language',
    '',
    '<!-- Written by src/query/language.test.ts; change the tables there. -->',
    '',
    'A search string for Factiva runs unchanged. What cannot be read is an error with its place, never a shorter list of results.',
    'From the tightest to the loosest: brackets; words side by side; `adj`, `w/N`, `near`, `same`, `%`, `/FN/`; `atleast` and',
    'fields; `not`; `and`; `or`. A bare word looks at the headline, subheadline, kicker, section, column, byline, credit,',
    'dateline and every paragraph of the body, not at codes, source or copyright. In the examples ¶ ends a paragraph, {x} is a tag, {#note} and {#duplicate} say',
    'that the archive has these of the article.',
    '',
    ...sections.map(sectionText),
    '## What each field looks at',
    '',
    fields,
    'Where articles are counted or chosen by author, a name is one, whatever the case, the accents and the white space of its',
    'spellings (`ASA FITCH` is `Asa Fitch`); it is shown as most of the hits spell it. `by=` looks for the words of the byline.',
    '',
    '## Several queries',
    '',
    'One a line, with a label before `=` if you like; white space before the sign tells a label from a field. A label that holds `=` or',
    'an operator, or ends like a field, stands in quotes. Of names, each line is looked for as it stands. A line that cannot be read is said with its place,',
    'and the others run.',
    '',
    tableOf(
      ['line', 'label', 'read as'],
      labelled.map(([line, names]) => [
        code(line) + (names ? ' (a name)' : ''),
        ...labelledAs(line, names).map(code),
      ]),
    ),
  ].join('\n');
  await expect(page).toMatchFileSnapshot('../../QUERY.md');
});
