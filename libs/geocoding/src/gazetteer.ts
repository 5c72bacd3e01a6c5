import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { Beginnings } from './beginnings.js';
import { foldName, hashBytes, hashName } from './fold.js';
import { ALTERNATE, NOWHERE, PLACE_KINDS, readGazetteer, STANDINGS } from './gazetteer-format.js';
import type { Columns, GazetteerHeader } from './gazetteer-format.js';
import type { Place } from './types.js';

const BLANK = 0x20;

/** One reading of a name. */
export interface Candidate {
  /** Row of the gazetteer. */
  readonly id: number;
  /** The name is an alternate one, not the place's own. */
  readonly alternate: boolean;
}

/** Names to places, in typed arrays: 200,000 places load in well under a second. */
export class Gazetteer {
  private readonly labelDecoder = new TextDecoder();
  private readonly cache = new Map<number, Place>();

  private readonly labelStart: Uint32Array;
  private readonly nameStart: Uint32Array;
  private readonly placesStart: Uint32Array;
  /** Open addressing with linear probing, at most half full; a slot holds the name's index + 1. */
  private readonly table: Uint32Array;
  private readonly beginnings: Beginnings;

  constructor(
    private readonly header: GazetteerHeader,
    private readonly columns: Columns,
  ) {
    this.labelStart = startsOf(columns.labelLength);
    this.nameStart = startsOf(columns.nameLength);
    this.placesStart = startsOf(columns.placesLength);
    // Most names have one word or two.
    this.beginnings = new Beginnings(columns.nameLength.length);
    this.table = this.index();
  }

  /** The gazetteer that the library ships. */
  static bundled(): Gazetteer {
    const file = brotliDecompressSync(
      readFileSync(new URL('../data/gazetteer.bin.br', import.meta.url)),
    );
    const { header, columns } = readGazetteer(file);
    return new Gazetteer(header, columns);
  }

  get size(): number {
    return this.columns.kind.length;
  }

  /** Every place that bears this name, own names before alternates, the more populous first. */
  lookup(name: string): Candidate[] {
    const folded = foldName(name);
    return folded === null ? [] : this.lookupFolded(folded);
  }

  /** As `lookup`, for a name that is folded already. */
  lookupFolded(folded: string): Candidate[] {
    const index = this.find(folded);
    if (index < 0) return [];
    const { places } = this.columns;
    const { placesStart } = this;
    const found: Candidate[] = [];
    for (let i = placesStart[index] ?? 0; i < (placesStart[index + 1] ?? 0); i++) {
      const entry = places[i] ?? 0;
      found.push({ id: (entry & ~ALTERNATE) >>> 0, alternate: (entry & ALTERNATE) !== 0 });
    }
    return found;
  }

  /**
   * Whether a name may begin with these folded words, or be them: where not, neither they nor anything
   * longer need be looked up. Now and then true where there is none.
   */
  mayBegin(folded: string): boolean {
    return this.beginnings.mayHold(folded);
  }

  has(folded: string): boolean {
    return this.find(folded) >= 0;
  }

  population(id: number): number {
    return this.columns.population[id] ?? 0;
  }

  kind(id: number): Place['kind'] {
    return PLACE_KINDS[this.columns.kind[id] ?? 3] ?? 'city';
  }

  standing(id: number): (typeof STANDINGS)[number] {
    return STANDINGS[this.columns.standing[id] ?? 0] ?? 'plain';
  }

  /** WGS 84 degrees; NaN where unknown. */
  latitude(id: number): number {
    return degrees(this.columns.latitude[id]);
  }

  longitude(id: number): number {
    return degrees(this.columns.longitude[id]);
  }

  /** Country code of the file; equal codes, equal countries. */
  country(id: number): number {
    return this.columns.country[id] ?? 0;
  }

  /** Division code of the file, unique over all countries; 0 is none. */
  admin1(id: number): number {
    return this.columns.admin1[id] ?? 0;
  }

  admin2(id: number): number {
    return this.columns.admin2[id] ?? 0;
  }

  countryIso3(id: number): string | null {
    return this.header.countries[this.country(id)] || null;
  }

  place(id: number): Place {
    const known = this.cache.get(id);
    if (known) return known;
    const { labels, population, geonameId } = this.columns;
    const { labelStart } = this;
    const lat = this.latitude(id);
    const lon = this.longitude(id);
    const label = labels.subarray(labelStart[id] ?? 0, labelStart[id + 1] ?? 0);
    const place: Place = {
      name: this.labelDecoder.decode(label),
      kind: this.kind(id),
      admin1: this.header.admin1[this.admin1(id)] || null,
      admin2: this.header.admin2[this.admin2(id)] || null,
      countryIso3: this.countryIso3(id),
      latitude: Number.isNaN(lat) ? null : lat,
      longitude: Number.isNaN(lon) ? null : lon,
      geonameId: geonameId[id] || null,
      population: population[id] ?? 0,
    };
    this.cache.set(id, place);
    return place;
  }

  private find(folded: string): number {
    const { table } = this;
    const mask = table.length - 1;
    for (let slot = hashName(folded) & mask; ; slot = (slot + 1) & mask) {
      const entry = table[slot] ?? 0;
      if (entry === 0) return -1;
      if (this.equals(entry - 1, folded)) return entry - 1;
    }
  }

  private equals(index: number, folded: string): boolean {
    const { names } = this.columns;
    const start = this.nameStart[index] ?? 0;
    if ((this.nameStart[index + 1] ?? 0) - start !== folded.length) return false;
    for (let i = 0; i < folded.length; i++) {
      if (names[start + i] !== folded.charCodeAt(i)) return false;
    }
    return true;
  }

  private index(): Uint32Array {
    const { names, nameLength } = this.columns;
    const size = 2 ** Math.ceil(Math.log2(nameLength.length * 2 + 1));
    const table = new Uint32Array(size);
    for (let i = 0; i < nameLength.length; i++) {
      const [start, end] = [this.nameStart[i] ?? 0, this.nameStart[i + 1] ?? 0];
      for (let at = start + 1; at < end; at++) {
        if (names[at] === BLANK) this.beginnings.add(hashBytes(names, start, at));
      }
      const hash = hashBytes(names, start, end);
      this.beginnings.add(hash);
      let slot = hash & (size - 1);
      while (table[slot] !== 0) slot = (slot + 1) & (size - 1);
      table[slot] = i + 1;
    }
    return table;
  }
}

function startsOf(lengths: Uint8Array | Uint16Array): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i++) starts[i + 1] = (starts[i] ?? 0) + (lengths[i] ?? 0);
  return starts;
}

const degrees = (thousandths: number | undefined) =>
  thousandths === undefined || thousandths === NOWHERE ? Number.NaN : thousandths / 1000;
