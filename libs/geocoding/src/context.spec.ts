import { describe, expect, it } from '@jest/globals';
import { Context } from './context.js';
import { recognise } from './recognise.js';
import { area, lexiconOf, town } from './testing/small-gazetteer.js';
import { tokenise } from './tokens.js';

const lexicon = lexiconOf(
  town('Akron', { latitude: 41.08, longitude: -81.52 }),
  town('Kent', { latitude: 41.15, longitude: -81.36 }),
  town('Kent', { admin1: 'England', country: 'GBR', latitude: 51.2, longitude: 0.7 }),
  area('Ohio', 'admin1'),
);
const { gazetteer } = lexicon;
const [ohioKent, englishKent] = [1, 2];

function contextOf(text: string, ...beliefs: number[][]): Context {
  return new Context(recognise(tokenise(text), lexicon), beliefs, gazetteer);
}

describe('what a document says for a reading', () => {
  it('is more for a neighbour in the same state and country', () => {
    const context = contextOf('Akron, Ohio. Kent.', [1], [1], [0.5, 0.5]);
    const near = context.supportOf('kent', ohioKent);
    const far = context.supportOf('kent', englishKent);
    expect(near.country).toBeGreaterThan(far.country);
    expect(near.division).toBeGreaterThan(0);
    expect(near.named).toBeGreaterThan(0);
    expect(near.near).toBeGreaterThan(0);
    expect(far).toMatchObject({ country: 0, division: 0, near: 0, vicinity: 0 });
  });

  it('is nothing from the name’s own readings', () => {
    const context = contextOf('Kent and Kent.', [0, 1], [0, 1]);
    expect(context.supportOf('kent', englishKent)).toMatchObject({ country: 0, vicinity: 0 });
  });

  it('is nothing from its county of the same name', () => {
    const cade = lexiconOf(
      town('Cade', { admin2: 'Cade County' }),
      area('Cade County', 'admin2', { admin1: 'Ohio', admin2: 'Cade County' }),
    );
    const names = recognise(tokenise('Cade and Cade County.'), cade);
    const context = new Context(names, [[1], [1]], cade.gazetteer);
    expect(context.supportOf('cade', 0)).toMatchObject({ county: 0, division: 0, near: 0 });
  });

  it('is that its country is named, or that all else lies elsewhere', () => {
    const abroad = lexiconOf(
      town('Kent', { admin1: 'England', country: 'GBR' }),
      town('Kent'),
      area('United Kingdom', 'country', { country: 'GBR' }),
    );
    const names = recognise(tokenise('The United Kingdom. Kent.'), abroad);
    const context = new Context(names, [[1], [0.5, 0.5]], abroad.gazetteer);
    const [own, foreign] = [context.supportOf('kent', 0), context.supportOf('kent', 1)];
    expect(own.nation).toBeGreaterThan(0);
    expect(own.alone).toBe(0);
    expect(foreign).toMatchObject({ nation: 0, country: 0 });
    expect(foreign.alone).toBeGreaterThan(0);
  });

  it('is nothing from names that are not believed', () => {
    const context = contextOf('Akron. Kent.', [0], [0.5, 0.5]);
    expect(context.supportOf('kent', ohioKent)).toMatchObject({ country: 0, near: 0 });
  });
});
