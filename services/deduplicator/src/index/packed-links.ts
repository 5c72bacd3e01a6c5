/** Of each link the other's number, 8 bytes, and the log-odds, 4; big-endian. */
const BYTES = 12;
const HIGH = 2 ** 32;
/** Log-odds come rounded to ten-thousandths and are kept in them. */
const UNITS = 1e4;

/** A link as its mention keeps it. */
export interface PackedLink {
  /** Of the other mention. */
  readonly number: number;
  readonly score: number;
}

export function packLinks(links: readonly PackedLink[]): Buffer {
  const packed = Buffer.alloc(links.length * BYTES);
  links.forEach(({ number, score }, at) => {
    packed.writeUInt32BE(Math.floor(number / HIGH), at * BYTES);
    packed.writeUInt32BE(number % HIGH, at * BYTES + 4);
    packed.writeInt32BE(Math.round(score * UNITS), at * BYTES + 8);
  });
  return packed;
}

export const countLinks = (packed: Buffer | null): number => (packed?.length ?? 0) / BYTES;

/** @param act takes the other's number and the log-odds: a much told incident has hundreds of thousands of links */
export function forEachLink(packed: Buffer, act: (number: number, score: number) => void): void {
  for (let at = 0; at < packed.length; at += BYTES) {
    const number = packed.readUInt32BE(at) * HIGH + packed.readUInt32BE(at + 4);
    act(number, packed.readInt32BE(at + 8) / UNITS);
  }
}
