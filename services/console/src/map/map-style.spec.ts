import { describe, expect, it } from '@jest/globals';
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { KIND_KEYS } from '../model/incident-kind.js';
import { mapStyle } from './map-style.js';
import type { Palette } from './palette.js';

const grey = 'rgb(120, 120, 120)';
const palette: Palette = {
  kinds: Object.fromEntries(KIND_KEYS.map((key) => [key, grey])) as Palette['kinds'],
  sea: grey,
  land: grey,
  border: grey,
  text: grey,
  muted: grey,
  surface: grey,
  link: grey,
  brand: grey,
};
const style = mapStyle(palette);

describe("the map's style", () => {
  it('is valid', () => {
    expect(validateStyleMin(style).map(({ message }) => message)).toEqual([]);
  });

  it('names no address: no tiles, no glyphs, no pictures from anywhere', () => {
    expect(style).not.toHaveProperty('glyphs');
    expect(style).not.toHaveProperty('sprite');
    expect(JSON.stringify(style)).not.toMatch(/https?:|\.pbf|\{z\}/);
  });

  it('draws signs above all else, and clusters of those that are close', () => {
    expect(style.layers.at(-1)?.id).toBe('signs');
    expect(style.sources['signs']).toMatchObject({ cluster: true });
  });
});
