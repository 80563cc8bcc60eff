import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Diagnostic } from '../../diagnostic.ts';
import { findDamage, type Lexicon } from './find.ts';

interface Found {
  code: string;
  at: string;
  candidates: string[];
}

function find(text: string, language = 'en', lexicon?: Lexicon): Found[] {
  return findDamage([{ path: 'headline', text }], { language, lexicon }).map(
    ({ code, span, candidates }) => ({
      code: code.replace('damage-', ''),
      at: text.slice(span?.start, span?.end),
      candidates: candidates?.map((candidate) => candidate.text) ?? [],
    }),
  );
}

const brief = (found: Found[]) => found.map(({ code, at, candidates }) => [code, at, candidates[0] ?? null]);

describe('lost characters', () => {
  test.each([
    ['DUBAI—ollowing the news', 'en', [['lost-character', 'ollowing', 'Following']]],
    ['Syria— rubric', 'en', [['lost-character', '', 'a']]],
    ['he said they’e late', 'en', [['lost-character', 'e', 're']]],
    ['and she’l go', 'en', [['lost-character', 'l', 'll']]],
    ['©000 Vietnam Economic News', 'en', [['lost-character', '000', '2000']]],
    ['„ir sind da“, sagte er. Wir alle.', 'de', [['lost-character', 'ir', 'Wir']]],
    ['L’école et l’cole', 'fr', [['lost-character', 'cole', 'école']]],
  ])('%s', (text, language, expected) => {
    expect(brief(find(text, language))).toEqual(expected);
  });

  test('every letter that makes a word is a candidate, a capital where the next word has one', () => {
    const [place] = find('‘o More');
    expect(place?.candidates).toEqual(expect.arrayContaining(['Do', 'So', 'No']));
  });

  test.each([
    ['Syria— and so it went— which', 'en'],
    ['“art for all” and ‘ill’ —old', 'en'],
    ['„ich“, «aus»', 'de'],
    ['© 2017 Example', 'en'],
    ['the ’90s, 2016’s Moon, rock ’n’ roll, O’Brien’s', 'en'],
  ])('%s is whole', (text, language) => {
    expect(find(text, language)).toEqual([]);
  });
});

describe('leftovers', () => {
  test.each([
    ['of \\b ISIS\\b0  there', [['control-word', '\\b ISIS\\b0 ', 'ISIS']]],
    ["the minister\\'92s view", [['control-word', "\\'92", '’']]],
    ['a \\u8217?b', [['control-word', '\\u8217?', '’']]],
    ['one\\emdash two', [['control-word', '\\emdash ', '—']]],
    ['A &amp; B', [['control-word', '&amp;', '&']]],
    [
      'the &amp;quot;Ferry&quot; sails',
      [
        ['control-word', '&amp;quot;', '"'],
        ['control-word', '&quot;', '"'],
      ],
    ],
    ['it&#39;s', [['control-word', '&#39;', "'"]]],
    [
      'it&amp;#8217;s &#x2014; so',
      [
        ['control-word', '&amp;#8217;', '’'],
        ['control-word', '&#x2014;', '—'],
      ],
    ],
    ['of \\b ISIS\\b0 there', [['control-word', '\\b ISIS\\b0 ', 'ISIS ']]],
    ['the word\\b0 s', [['control-word', '\\b0 ', ' ']]],
    ['end.\\par ', [['control-word', '\\par ', '']]],
    ['gov\u00adern\u00adment', [['soft-hyphen', 'gov\u00adern\u00adment', 'government']]],
    ['By Ada&softReturn;Example', [['soft-hyphen', 'Ada&softReturn;Example', 'Ada Example']]],
    ['the govern-\nment said', [['soft-hyphen', 'govern-\nment', 'government']]],
    ['the gov&shy;ern&shy;ment', [['soft-hyphen', 'gov&shy;ern&shy;ment', 'government']]],
    ['the gov-\nern\u00adment', [['soft-hyphen', 'gov-\nern\u00adment', 'government']]],
  ])('%j', (text, expected) => {
    expect(brief(find(text))).toEqual(expected);
  });

  test.each(['C:\\bin\\par \\Users', 'see \\\\server\\b\\i', '\\alpha + \\beta', 'pp. 3-\n4'])(
    '%j is whole',
    (text) => {
      expect(find(text)).toEqual([]);
    },
  );
});

describe('letters of Windows-1252', () => {
  test.each([
    [
      'he said \u0093yes\u0094',
      'en',
      [
        ['mojibake', '\u0093', '“'],
        ['mojibake', '\u0094', '”'],
      ],
    ],
    ['the end\u0085 of', 'en', [['mojibake', '\u0085', '…']]],
    ['no character \u009d here', 'en', [['mojibake', '\u009d', null]]],
    ['in M?nchen, wo München ist', 'de', [['replacement', 'M?nchen', 'München']]],
    ['they don?t know', 'en', [['replacement', 'don?t', 'don’t']]],
    ['ein Wort f?r alle', 'de', [['replacement', 'f?r', 'für']]],
  ])('%j', (text, language, expected) => {
    expect(brief(find(text, language))).toEqual(expected);
  });

  test.each([
    'What?he asked',
    'Journalists?g',
    'see example.org/a?id=1',
    'https://example.org/watch?v=abc',
    'Why? no',
    'Really?!',
    'AT&T, R&d',
  ])('%j is whole', (text) => {
    expect(find(text)).toEqual([]);
  });
});

describe('mojibake', () => {
  test.each([
    ['donâ€™t go', 'donâ€™t', 'don’t'],
    ['a rÃ©sumÃ© here', 'rÃ©sumÃ©', 'résumé'],
    ['MÃœNCHEN', 'MÃœNCHEN', 'MÜNCHEN'],
    ['â€œquoteâ€ said', 'â€œquoteâ€', '“quote”'],
    ['Ã la carte', 'Ã la', 'à la'],
    ['donÃ¢â‚¬â„¢t', 'donÃ¢â‚¬â„¢t', 'don’t'],
    ['cafÃƒÂ©', 'cafÃƒÂ©', 'café'],
    ['Ceny byÅ‚y', 'byÅ‚y', 'były'],
    ['РџСЂРёРІРµС‚!', 'РџСЂРёРІРµС‚', 'Привет'],
    ['caf√© noir', 'caf√©', 'café'],
  ])('%s', (text, at, repaired) => {
    expect(brief(find(text, 'fr'))).toEqual([['mojibake', at, repaired]]);
  });

  test.each([
    'IRMÃ” “CAFÉ” bébé…» “clichés’” É” MANHÃ… É»',
    'Привет, мир! «МИГ» Газета «Г» — да…',
    'Ä“ Å’ Über “ÄÖÜ” voilà… «élevé»',
    'Việt Nam, Łódź, İstanbul, Ørsted, Þór',
    '√2 ≈ 1.4 and ¬p',
    'Ελλάδα «Ρ» שלום العربية',
  ])('%s is whole', (text) => {
    expect(find(text, 'pt')).toEqual([]);
  });

  // The same programs that do the damage: text is written in UTF-8 and read byte by byte.
  const misread = (text: string, label: string) =>
    new TextDecoder(label).decode(new TextEncoder().encode(text));
  const word = fc.stringMatching(/^[a-z]{1,6}[àâçèéêëîôùûüäößñóú][a-z]{0,6}$/);

  test('a word read in the wrong character set is found and its first candidate is the word, once or twice over', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 2 }),
        (words, rounds) => {
          let text = words.join(', ');
          for (let round = 0; round < rounds; round++) text = misread(text, 'windows-1252');
          const found = findDamage([{ path: 'headline', text }], { language: 'fr' });
          let repaired = text;
          for (const { span, candidates } of found.toReversed())
            repaired = repaired.slice(0, span?.start) + candidates?.[0]?.text + repaired.slice(span?.end);
          expect(repaired).toBe(words.join(', '));
        },
      ),
    );
  });
});

describe('replacement characters', () => {
  test.each([
    ['in M\ufffdnchen', 'de', 'München'],
    ['f\ufffdr alle', 'de', 'für'],
    ['don\ufffdt', 'en', 'don’t'],
    ['l\ufffdeau', 'fr', 'l’eau'],
    ['la d\ufffdcision', 'fr', 'décision'],
    ['aller \ufffd Paris', 'fr', 'à'],
    ['by O\ufffdDell', 'en', 'O’Dell'],
    ['a caf\ufffd in the city', 'en', 'café'],
    ['Le caf\ufffd. Un café', 'fr', 'café'],
    ['he said \ufffdNever\ufffd, never', 'en', '“Never”'],
    ['2010\ufffd11', 'en', '–'],
    ['a r\ufffdsum\ufffd', 'en', 'résumé'],
  ])('%s', (text, language, first) => {
    expect(find(text, language).map(({ code, candidates }) => [code, candidates[0]])).toEqual([
      ['replacement', first],
    ]);
  });
});

describe('joined words', () => {
  test.each([
    ['of theUnited States', 'en', 'theUnited', 'the United'],
    ['he said.The end', 'en', 'said.The', 'said. The'],
    ['und derMinister', 'de', 'derMinister', 'der Minister'],
    ['dans lesAlpes', 'fr', 'lesAlpes', 'les Alpes'],
    ['вМоскве. Но наМоскве', 'ru', 'наМоскве', 'на Москве'],
  ])('%s', (...[text, language, at, repaired]) => {
    const whole = language === 'fr' ? `${text}. Alpes` : text;
    expect(brief(find(whole, language))).toEqual([['joined-words', at, repaired]]);
  });

  const names =
    'McDonald MacArthur iPhone eBay YouTube LeBron DeVito deVries vanDyke PricewaterhouseCoopers BioNTech O’Brien PhD kWh GmbH toString() camelCase theName@example.com www.ofCourse.com https://example.com/theUnited U.S.The St.Gallen KollegInnen jedeIn ThyssenKrupp AstraZeneca easyJet';
  test.each(names.split(' '))('%s is one word', (name) => {
    for (const language of ['en', 'de', 'fr', 'es', 'nl'])
      expect(find(`It was ${name} again`, language)).toEqual([]);
  });

  test('a word that the article repeats is a name', () => {
    expect(find('theStreet said that theStreet would')).toEqual([]);
  });

  test('with the words of an archive, words joined in small letters are told apart', () => {
    const counts: Record<string, number> = {
      end: 80,
      the: 100,
      of: 100,
      rapist: 30,
      held: 50,
      her: 90,
      therapist: 1,
      government: 90,
    };
    const lexicon = { count: (word: string) => counts[word] ?? 0 };
    const whole = 'government therapist wherein candid usher withheld washer thereof endof2';
    expect(brief(find(`endof ofthe ${whole}`, 'en', lexicon))).toEqual([
      ['joined-words', 'endof', 'end of'],
      ['joined-words', 'ofthe', 'of the'],
    ]);
  });
});

const pieces = fc.constantFrom(
  ...[
    'a',
    ' ',
    '—',
    '“',
    'Ã',
    'â',
    '€',
    '\ufffd',
    '\\b',
    '\\b0 ',
    '\u00ad',
    '&softReturn;',
    'the',
    'The',
    '.',
    '-\n',
  ],
  ...['√', 'Р', '©000 ', '\ud800', '\\u8217?', 'É', '’', 'l', '0', "\\'92", '中'],
);

test('whatever the text: places lie in it, apart and in order, and keep to the schema', () => {
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 80 }),
      fc.constantFrom('en', 'de', 'ru', 'zh', undefined),
      (parts, language) => {
        const text = parts.join('');
        const found = findDamage([{ path: 'headline', text }], { language, lexicon: { count: () => 3 } });
        let end = 0;
        for (const one of found) {
          expect(Diagnostic.parse(one)).toEqual(one);
          expect(one.span?.start).toBeGreaterThanOrEqual(end);
          end = one.span?.end ?? Number.POSITIVE_INFINITY;
          for (const { text: candidate } of one.candidates ?? [])
            expect(candidate).not.toBe(text.slice(one.span?.start, one.span?.end));
        }
        expect(end).toBeLessThanOrEqual(text.length);
      },
    ),
    { numRuns: 500 },
  );
});

test('a text of nothing but signs of damage is searched, not choked on', () => {
  for (const sign of [
    '\ufffd',
    'Ã©',
    '\\b ',
    'theUnited',
    '—o ',
    '\u00ad',
    'â€',
    '&softReturn;',
    '-\n',
    'a\ufffd',
    "\\'92",
  ]) {
    const found = findDamage([{ path: 'headline', text: sign.repeat(200_000) }], {});
    expect(found.length).toBeLessThanOrEqual(100);
  }
});
