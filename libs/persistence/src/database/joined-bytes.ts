/**
 * Values end to end as one parameter, and where each begins, counted from 1 as PostgreSQL does: it goes as it is, where an
 * array of them would be written out in hex, escaped, and read again. `substring($n::bytea FROM start FOR length)` takes
 * them apart; of null there is no length.
 */
export function joinedBytes(values: readonly (Buffer | null)[]) {
  const lengths = values.map((value) => value?.length ?? null);
  const starts: number[] = [];
  let start = 1;
  for (const length of lengths) {
    starts.push(start);
    start += length ?? 0;
  }
  return { bytes: Buffer.concat(values.filter((value) => value !== null)), starts, lengths };
}
