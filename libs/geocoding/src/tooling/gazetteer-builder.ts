import { foldName, hashName } from '../fold.js';
import { ALTERNATE, PLACE_KINDS } from '../gazetteer-format.js';
import type { Columns, GazetteerHeader } from '../gazetteer-format.js';

/** One place on its way into the gazetteer. */
export interface PlaceRow {
  kind: (typeof PLACE_KINDS)[number];
  name: string;
  alternates: string[];
  country: string | null;
  admin1: string | null;
  admin2: string | null;
  latitude: number | null;
  longitude: number | null;
  population: number;
  geonameId: number;
}

/** Collects rows and lays them out in columns. Divisions are told apart by country. */
export class GazetteerBuilder {
  private readonly rows: PlaceRow[] = [];
  private readonly byName = new Map<string, Map<number, boolean>>();
  private readonly countries = new Codes();
  private readonly admin1 = new Codes();
  private readonly admin2 = new Codes();

  get size(): number {
    return this.rows.length;
  }

  get names(): number {
    return this.byName.size;
  }

  add(row: PlaceRow): void {
    const id = this.rows.push(row) - 1;
    this.addName(row.name, id, false);
    for (const alternate of row.alternates) this.addName(alternate, id, true);
  }

  populationOf(country: string): number {
    const towns = this.rows.filter((row) => row.kind === 'city' && row.country === country);
    return towns.reduce((sum, row) => sum + row.population, 0);
  }

  header(): Omit<GazetteerHeader, 'lengths'> {
    for (const row of this.rows) this.codesOf(row);
    return {
      version: 1,
      countries: this.countries.labels,
      admin1: this.admin1.labels,
      admin2: this.admin2.labels,
    };
  }

  columns(): Columns {
    const codes = this.rows.map((row) => this.codesOf(row));
    const labels = this.rows.map((row) => new TextEncoder().encode(row.name));
    const names = [...this.byName.keys()].sort();
    return {
      kind: Uint8Array.from(this.rows, (row) => PLACE_KINDS.indexOf(row.kind)),
      country: Uint8Array.from(codes, (code) => code.country),
      admin1: Uint16Array.from(codes, (code) => code.admin1),
      admin2: Uint16Array.from(codes, (code) => code.admin2),
      latitude: Float32Array.from(this.rows, (row) => row.latitude ?? Number.NaN),
      longitude: Float32Array.from(this.rows, (row) => row.longitude ?? Number.NaN),
      population: Uint32Array.from(this.rows, (row) => row.population),
      geonameId: Uint32Array.from(this.rows, (row) => row.geonameId),
      ...blob('label', labels),
      ...blob(
        'name',
        names.map((name) => new TextEncoder().encode(name)),
      ),
      ...this.placeLists(names),
      table: hashTable(names),
    } as Columns;
  }

  private placeLists(names: readonly string[]) {
    const starts = [0];
    const places: number[] = [];
    for (const name of names) {
      const entries = [...(this.byName.get(name) ?? [])];
      const population = (id: number) => this.rows[id]?.population ?? 0;
      entries.sort(([a, altA], [b, altB]) =>
        altA === altB ? population(b) - population(a) : Number(altA) - Number(altB),
      );
      for (const [id, alternate] of entries) places.push(alternate ? id + ALTERNATE : id);
      starts.push(places.length);
    }
    return { placesStart: Uint32Array.from(starts), places: Uint32Array.from(places) };
  }

  private addName(name: string, id: number, alternate: boolean): void {
    const folded = foldName(name);
    if (folded === null || folded.length < 2) return;
    const places = this.byName.get(folded) ?? new Map<number, boolean>();
    places.set(id, alternate && (places.get(id) ?? true));
    this.byName.set(folded, places);
  }

  private codesOf(row: PlaceRow) {
    const country = this.countries.code(row.country ?? '', row.country);
    const admin1 = this.admin1.code(`${row.country}/${row.admin1}`, row.admin1);
    const key2 = `${row.country}/${row.admin1}/${row.admin2}`;
    return { country, admin1, admin2: this.admin2.code(key2, row.admin2) };
  }
}

/** Numbers keys from 1 in the order of their first use; 0 is "none". */
class Codes {
  readonly labels: string[] = [''];
  private readonly byKey = new Map<string, number>();

  code(key: string, label: string | null): number {
    if (label === null) return 0;
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const code = this.labels.push(label) - 1;
    this.byKey.set(key, code);
    return code;
  }
}

function blob(column: 'label' | 'name', parts: readonly Uint8Array[]) {
  const starts = new Uint32Array(parts.length + 1);
  parts.forEach((part, i) => (starts[i + 1] = (starts[i] ?? 0) + part.length));
  const bytes = new Uint8Array(starts[parts.length] ?? 0);
  parts.forEach((part, i) => bytes.set(part, starts[i]));
  return { [`${column}Start`]: starts, [`${column}s`]: bytes };
}

/** At most half full, so that probes stay short. */
function hashTable(names: readonly string[]): Uint32Array {
  const size = 2 ** Math.ceil(Math.log2(names.length * 2));
  const table = new Uint32Array(size);
  names.forEach((name, i) => {
    let slot = hashName(name) & (size - 1);
    while (table[slot] !== 0) slot = (slot + 1) & (size - 1);
    table[slot] = i + 1;
  });
  return table;
}
