/** Header fields by lower-case name. */
export type HeaderFields = ReadonlyMap<string, string>;

/**
 * Reads `name: value` lines. Of repeated fields the first counts; folded lines are one; lines that are no
 * fields are left out. Values are Latin-1 or UTF-8 as they come: what is used of them is ASCII.
 */
export function headerFields(lines: Buffer): HeaderFields {
  const unfolded = lines.toString('utf8').replace(/\r?\n[ \t]+/g, ' ');
  const fields = new Map<string, string>();
  for (const line of unfolded.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (name !== '' && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}
