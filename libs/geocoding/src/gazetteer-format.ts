/** Kinds in the order of their codes in the file. */
export const PLACE_KINDS = ['country', 'admin1', 'region', 'city'] as const;

/** Marks, in a name's list of places, a name that is not the place's own but an alternate. */
export const ALTERNATE = 0x80000000;

/** Column name → element type. Every column lies 4-byte aligned in the file, in this order. */
export const COLUMNS = {
  kind: Uint8Array,
  country: Uint8Array,
  admin1: Uint16Array,
  admin2: Uint16Array,
  latitude: Float32Array,
  longitude: Float32Array,
  population: Uint32Array,
  geonameId: Uint32Array,
  labelStart: Uint32Array,
  labels: Uint8Array,
  nameStart: Uint32Array,
  names: Uint8Array,
  placesStart: Uint32Array,
  places: Uint32Array,
  table: Uint32Array,
} as const;

export type ColumnName = keyof typeof COLUMNS;
export type Columns = { [K in ColumnName]: InstanceType<(typeof COLUMNS)[K]> };

/** What stands before the columns, as one line of JSON. */
export interface GazetteerHeader {
  readonly version: 1;
  /** ISO 3166-1 alpha-3 by country code of the file. */
  readonly countries: readonly string[];
  /** Names of first- and second-order divisions; index 0 is none. */
  readonly admin1: readonly string[];
  readonly admin2: readonly string[];
  readonly lengths: Readonly<Record<ColumnName, number>>;
}

const align = (offset: number) => (offset + 3) & ~3;

/** Header length (uint32), header, columns. */
export function writeGazetteer(
  header: Omit<GazetteerHeader, 'lengths'>,
  columns: Columns,
): Uint8Array {
  const names = Object.keys(COLUMNS) as ColumnName[];
  const lengths = Object.fromEntries(names.map((name) => [name, columns[name].length]));
  const head = new TextEncoder().encode(JSON.stringify({ ...header, lengths }));
  const sizes = names.map((name) => align(columns[name].byteLength));
  const start = align(4 + head.length);
  const file = new Uint8Array(start + sizes.reduce((sum, size) => sum + size, 0));
  new DataView(file.buffer).setUint32(0, head.length, true);
  file.set(head, 4);
  let offset = start;
  names.forEach((name, i) => {
    const column = columns[name];
    file.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), offset);
    offset += sizes[i] ?? 0;
  });
  return file;
}

/** Views into the file's own bytes; nothing is copied. */
export function readGazetteer(file: Uint8Array): { header: GazetteerHeader; columns: Columns } {
  const bytes = file.byteOffset % 4 === 0 ? file : file.slice();
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const text = new TextDecoder().decode(bytes.subarray(4, 4 + length));
  const header = JSON.parse(text) as GazetteerHeader;
  let offset = bytes.byteOffset + align(4 + length);
  const columns: Record<string, unknown> = {};
  for (const [name, Column] of Object.entries(COLUMNS)) {
    const count = header.lengths[name as ColumnName];
    columns[name] = new Column(bytes.buffer as ArrayBuffer, offset, count);
    offset += align(count * Column.BYTES_PER_ELEMENT);
  }
  return { header, columns: columns as Columns };
}
