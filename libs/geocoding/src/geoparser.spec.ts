import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createGeoparser } from './geoparser.js';
import type { Geoparser } from './types.js';

let geoparser: Geoparser;
beforeAll(() => {
  geoparser = createGeoparser();
});
const places = (text: string, iso3?: string) =>
  geoparser
    .toponyms(text, { countryIso3: iso3 ?? null })
    .map((t) => `${t.words}:${t.kind}:${t.place?.kind ?? '-'}:${t.place?.countryIso3 ?? '-'}`);

describe('place names in a text', () => {
  it('are found and resolved', () => {
    expect(places('Violent protests hit Almaty in Kazakhstan, officials said.')).toEqual([
      'Almaty:locative:city:KAZ',
      'Kazakhstan:locative:country:KAZ',
    ]);
  });

  it.each(['Guatemala', 'Panama', 'Kuwait', 'Mexico'])(
    'are a town where they say so: %s City',
    (country) => {
      const inTown = geoparser.toponyms(`A bomb exploded in ${country} City on Monday.`);
      expect(inTown.map(({ place }) => place?.kind)).toEqual(['city']);
      const [town] = geoparser.toponyms(
        `A bomb exploded in ${country} City, ${country}, on Monday.`,
      );
      expect(town?.place?.kind).toBe('city');
    },
  );

  it('are resolved by the state behind the comma', () => {
    const [paris] = geoparser.toponyms('A shooting in Paris, Texas, left two dead.');
    expect(paris?.place).toMatchObject({ admin1: 'Texas', countryIso3: 'USA' });
    const [lebanon] = geoparser.toponyms('Fire destroyed a mill in Lebanon, Pennsylvania.');
    expect(lebanon?.place).toMatchObject({ kind: 'city', admin1: 'Pennsylvania' });
  });

  it('are resolved by the rest of the document', () => {
    const text =
      'Police in Columbus, Ohio, and Cleveland, Ohio, searched for a man from Dayton. ' +
      'He was last seen in Springfield.';
    const springfield = geoparser.toponyms(text).find((t) => t.words === 'Springfield');
    expect(springfield?.place?.admin1).toBe('Ohio');
  });

  it('mean the division when the text says so', () => {
    const [almaty] = geoparser.toponyms('Clashes were reported in Almaty province.');
    expect(almaty?.place?.kind).toBe('admin1');
  });

  it('mean the town that gave its division the name, whatever the gazetteer files it under', () => {
    const [basra] = geoparser.toponyms('A bomb exploded in Basra, Iraq, on Sunday.');
    expect(basra?.place?.kind).toBe('city');
  });

  it('are told from persons', () => {
    expect(places('They shot Munir Jackson. Jackson died in hospital.')).toEqual([]);
    expect(places('Mr. Lincoln spoke. The singer Paris Hilton sang.')).toEqual([]);
    expect(places('Paris Hilton sang. Sydney Smith was shot.')).toEqual([]);
  });

  it('are told from plain words', () => {
    expect(places('Reading is fun. Nice people say so. Police agreed.')).toEqual([]);
  });

  it('name a people or a government where they do', () => {
    expect(places('Kazakh troops moved.')).toEqual(['Kazakh:demonym:country:KAZ']);
    expect(places('Yesterday Moscow said it would not.')).toEqual(['Moscow:metonym:city:RUS']);
  });

  it('are found in wire copy in capitals after prepositions only', () => {
    const found = places('GUERRILLAS ATTACKED A GARRISON IN SAN MIGUEL, EL SALVADOR. NO VICTIMS.');
    expect(found).toEqual(['SAN MIGUEL:locative:city:SLV', 'EL SALVADOR:locative:country:SLV']);
  });

  it('know the state by a code that spells a word', () => {
    expect(places('Two were shot in Birmingham, AL.')).toContain('Birmingham:locative:city:USA');
    expect(places('Two were shot in Gary, IN')).toEqual([
      'Gary:locative:city:USA',
      'IN:locative:admin1:USA',
    ]);
    expect(places('HE SAID SO, IN FULL')).toEqual([]);
  });

  it('are the towns that have a name today, not those that once had', () => {
    expect(places('Two men were shot in Berea on Monday.')).not.toContain(
      'Berea:locative:city:SYR',
    );
    expect(places('Two men were shot in Bombay on Monday.')).toEqual(['Bombay:locative:city:IND']);
  });

  it('are states up the country, and towns with small words inside', () => {
    expect(places('Guns were found in upstate New York.')).toEqual([
      'New York:locative:admin1:USA',
    ]);
    expect(places('A blast shook Mazar-i-Sharif.')).toEqual(['Mazar-i-Sharif:locative:city:AFG']);
    expect(places('A blast shook Dar es Salaam.')).toEqual(['Dar es Salaam:locative:city:TZA']);
    expect(places('A blast shook San Cristobal de las Casas.')).toEqual([
      'San Cristobal de las Casas:locative:city:MEX',
    ]);
    expect(places('Two died in Deir ez-Zor.')).toEqual(['Deir ez-Zor:locative:city:SYR']);
  });

  it('are the towns with Saint or Fort for their own name, shortened', () => {
    expect(places('A man was shot in St. Paul on Monday.')).toEqual(['St. Paul:locative:city:USA']);
    expect(places('A man was shot in St. Cloud on Monday.')).toEqual([
      'St. Cloud:locative:city:USA',
    ]);
    expect(places('A man was shot in St. Louis on Monday.')).toEqual([
      'St. Louis:locative:city:USA',
    ]);
  });

  it('lean to the country of the source where nothing else tells', () => {
    const [plain] = geoparser.toponyms('A man was hurt near Cambridge.');
    expect(plain?.place?.countryIso3).toBe('GBR');
  });

  it('lie where they say, in order, for any text', () => {
    const word = fc.constantFrom(
      'Paris',
      'Texas',
      'in',
      ', ',
      '. ',
      'New',
      'York',
      'said',
      '\u202e',
      '\ud800',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (parts) => {
        const text = parts.join(' ');
        let last = 0;
        for (const toponym of geoparser.toponyms(text)) {
          expect(text.slice(toponym.start, toponym.end)).toBe(toponym.words);
          expect(toponym.start).toBeGreaterThanOrEqual(last);
          last = toponym.end;
        }
      }),
    );
  });
});
