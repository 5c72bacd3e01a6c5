import { Gazetteer } from '../gazetteer.js';
import { readGazetteer, writeGazetteer } from '../gazetteer-format.js';
import type { Lexicon } from '../recognise.js';
import { GazetteerBuilder } from '../tooling/gazetteer-builder.js';
import type { PlaceRow } from '../tooling/gazetteer-builder.js';

/** A town of Ohio unless told otherwise. */
export const town = (name: string, over: Partial<PlaceRow> = {}): PlaceRow => ({
  kind: 'city',
  name,
  alternates: [],
  country: 'USA',
  admin1: 'Ohio',
  admin2: null,
  latitude: 40,
  longitude: -83,
  population: 10_000,
  geonameId: 7,
  ...over,
});

export const area = (
  name: string,
  kind: PlaceRow['kind'],
  over: Partial<PlaceRow> = {},
): PlaceRow =>
  town(name, { kind, admin1: kind === 'country' ? null : name, geonameId: 0, ...over });

export function gazetteerOf(...rows: PlaceRow[]): Gazetteer {
  const builder = new GazetteerBuilder();
  for (const row of rows) builder.add(row);
  const { header, columns } = readGazetteer(writeGazetteer(builder.header(), builder.columns()));
  return new Gazetteer(header, columns);
}

/** The rows as a lexicon without peoples. */
export const lexiconOf = (...rows: PlaceRow[]): Lexicon => ({
  gazetteer: gazetteerOf(...rows),
  demonyms: new Map(),
  known: new Map(),
});
