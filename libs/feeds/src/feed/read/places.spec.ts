import { describe, expect, it } from '@jest/globals';
import { inItem } from '../testing/read-feed.js';

const where = (xml: string) => inItem(xml).where;

describe('the place of an entry', () => {
  it.each([
    ['<georss:point>45.2 -71.9</georss:point>', 'Point', [-71.9, 45.2]],
    [
      '<georss:line>1,2 3,4</georss:line>',
      'LineString',
      [
        [2, 1],
        [4, 3],
      ],
    ],
    [
      '<georss:polygon>1 2 3 4 5 6 1 2</georss:polygon>',
      'Polygon',
      [
        [
          [2, 1],
          [4, 3],
          [6, 5],
          [2, 1],
        ],
      ],
    ],
    [
      '<georss:box>1 2 3 4</georss:box>',
      'Box',
      [
        [2, 1],
        [4, 3],
      ],
    ],
    ['<georss:where><gml:Point><gml:pos>1 2</gml:pos></gml:Point></georss:where>', 'Point', [2, 1]],
  ])('has longitude before latitude: %s', (xml, type, coordinates) => {
    expect(where(xml)).toMatchObject({ type, coordinates });
  });

  it('stays as written in a reference system that counts east first', () => {
    const xml = '<gml:Point srsName="EPSG:26910"><gml:pos>1 2</gml:pos></gml:Point>';
    expect(where(xml)).toMatchObject({ coordinates: [1, 2], srsName: 'EPSG:26910' });
  });

  it('may have a height', () => {
    const xml = '<gml:Point srsDimension="3"><gml:pos>1 2 3</gml:pos></gml:Point>';
    expect(where(xml)?.coordinates).toEqual([2, 1, 3]);
  });

  it.each(['', 'a b', '1', '1 NaN'])('is none when it cannot be read: %j', (text) => {
    expect(where(`<georss:point>${text}</georss:point>`)).toEqual({});
  });

  it('needs four corners to be an area', () => {
    expect(where('<georss:polygon>1 2 3 4</georss:polygon>')).toEqual({});
  });
});
