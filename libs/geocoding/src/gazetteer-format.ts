/** Kinds in the order of their codes in the file. */
export const PLACE_KINDS = [
  'country',
  'admin1',
  'region',
  'city',
  'admin2',
  'continent',
  'sea',
] as const;

/** What a town is among its neighbours, in the order of the codes in the file. */
export const STANDINGS = ['plain', 'section', 'seat2', 'seat1', 'capital'] as const;

/** Marks, in a name's list of places, a name that is not the place's own but an alternate. */
export const ALTERNATE = 0x80000000;

/**
 * Column name → element type in the file. Every column lies 4-byte aligned, in this order. Lists are
 * told by their lengths and coordinates in thousandths of a degree (about 100 m): that packs best.
 */
export const COLUMNS = {
  kind: Uint8Array,
  standing: Uint8Array,
  country: Uint8Array,
  admin1: Uint16Array,
  admin2: Uint16Array,
  latitude: Int32Array,
  longitude: Int32Array,
  population: Uint32Array,
  geonameId: Uint32Array,
  labelLength: Uint8Array,
  labels: Uint8Array,
  nameLength: Uint8Array,
  names: Uint8Array,
  placesLength: Uint16Array,
  places: Uint32Array,
} as const;

/** The coordinate that stands for none. */
export const NOWHERE = 0x7fffffff;

export type ColumnName = keyof typeof COLUMNS;
export type Columns = { [K in ColumnName]: InstanceType<(typeof COLUMNS)[K]> };

/** Grows with every change of the columns. */
export const FORMAT_VERSION = 2;

/** What stands before the columns, as one line of JSON. */
export interface GazetteerHeader {
  readonly version: typeof FORMAT_VERSION;
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
  // Columns of another layout would be read as noise, and a search in them need not end.
  if (header.version !== FORMAT_VERSION) {
    throw new Error(
      `the gazetteer is of format ${header.version}, and format ${FORMAT_VERSION} is read: build it again`,
    );
  }
  let offset = bytes.byteOffset + align(4 + length);
  const columns: Record<string, unknown> = {};
  for (const [name, Column] of Object.entries(COLUMNS)) {
    const count = header.lengths[name as ColumnName];
    columns[name] = new Column(bytes.buffer as ArrayBuffer, offset, count);
    offset += align(count * Column.BYTES_PER_ELEMENT);
  }
  return { header, columns: columns as Columns };
}
