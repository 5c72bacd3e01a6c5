/** One field of a Protocol Buffers message; numbers of 64 bits are bigints. */
export interface Field {
  readonly number: number;
  readonly value: bigint | Buffer;
}

const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const FIXED32 = 5;

/**
 * The fields of an encoded message, in their order: as much of the format as OTLP uses.
 * @throws RangeError when the bytes end too early, Error for a wire type that OTLP doesn't have
 */
export function fieldsOf(bytes: Buffer): Field[] {
  const fields: Field[] = [];
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes.readUInt8(at++);
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const take = (length: number): Buffer => {
    if (at + length > bytes.length) throw new RangeError(`${length} bytes are not there`);
    return bytes.subarray(at, (at += length));
  };
  const valueOf = (type: number): bigint | Buffer => {
    if (type === VARINT) return varint();
    if (type === FIXED64) return take(8).readBigUInt64LE();
    if (type === FIXED32) return BigInt(take(4).readUInt32LE());
    if (type === BYTES) return take(Number(varint()));
    throw new Error(`no wire type ${type} in OTLP`);
  };
  while (at < bytes.length) {
    const tag = Number(varint());
    fields.push({ number: tag >> 3, value: valueOf(tag & 7) });
  }
  return fields;
}

/** The messages or bytes that stand under a number. */
export const allOf = (fields: readonly Field[], number: number): Buffer[] =>
  fields.flatMap((field) =>
    field.number === number && Buffer.isBuffer(field.value) ? [field.value] : [],
  );

/** The number that stands under a number; 0 where none does. */
export function numberOf(fields: readonly Field[], number: number): bigint {
  const found = fields.find((field) => field.number === number)?.value;
  return typeof found === 'bigint' ? found : 0n;
}

/** The text that stands under a number; empty where none does. */
export const textOf = (fields: readonly Field[], number: number): string =>
  allOf(fields, number)[0]?.toString('utf8') ?? '';
