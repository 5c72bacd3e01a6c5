import { foldName } from '../fold.js';
import { ALTERNATE, FORMAT_VERSION, NOWHERE, PLACE_KINDS, STANDINGS } from '../gazetteer-format.js';
import type { Columns, GazetteerHeader } from '../gazetteer-format.js';

/** One place on its way into the gazetteer. */
export interface PlaceRow {
  kind: (typeof PLACE_KINDS)[number];
  standing?: (typeof STANDINGS)[number];
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

/** Longer names are phrases; news does not write them, and a byte tells the length. */
const LONGEST = 60;

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
      version: FORMAT_VERSION,
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
      standing: Uint8Array.from(this.rows, (row) => STANDINGS.indexOf(row.standing ?? 'plain')),
      country: Uint8Array.from(codes, (code) => code.country),
      admin1: Uint16Array.from(codes, (code) => code.admin1),
      admin2: Uint16Array.from(codes, (code) => code.admin2),
      latitude: Int32Array.from(this.rows, (row) => thousandths(row.latitude)),
      longitude: Int32Array.from(this.rows, (row) => thousandths(row.longitude)),
      population: Uint32Array.from(this.rows, (row) => row.population),
      geonameId: Uint32Array.from(this.rows, (row) => row.geonameId),
      ...blob('label', labels),
      ...blob(
        'name',
        names.map((name) => new TextEncoder().encode(name)),
      ),
      ...this.placeLists(names),
    } as Columns;
  }

  private placeLists(names: readonly string[]) {
    const lengths: number[] = [];
    const places: number[] = [];
    for (const name of names) {
      const entries = [...(this.byName.get(name) ?? [])];
      const population = (id: number) => this.rows[id]?.population ?? 0;
      entries.sort(([a, altA], [b, altB]) =>
        altA === altB ? population(b) - population(a) : Number(altA) - Number(altB),
      );
      for (const [id, alternate] of entries) places.push(alternate ? id + ALTERNATE : id);
      lengths.push(entries.length);
    }
    return { placesLength: Uint16Array.from(lengths), places: Uint32Array.from(places) };
  }

  private addName(name: string, id: number, alternate: boolean): void {
    const folded = foldName(name);
    if (folded === null || folded.length < 2 || folded.length > LONGEST) return;
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

const thousandths = (degrees: number | null) =>
  degrees === null ? NOWHERE : Math.round(degrees * 1000);

function blob(column: 'label' | 'name', parts: readonly Uint8Array[]) {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  const lengths = Uint8Array.from(parts, (part) => part.length);
  return { [`${column}Length`]: lengths, [`${column}s`]: bytes };
}
