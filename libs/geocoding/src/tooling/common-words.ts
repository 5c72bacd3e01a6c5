/**
 * Writes `data/common-words.json`: one-word town names that are also plain English words ("Police" is
 * none, "Reading" and "Mobile" are), from the npm package an-array-of-english-words (MIT). Names of
 * towns over half a million are left out: there the town is the likelier reading.
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Gazetteer } from '../gazetteer.js';

const MAX_POPULATION = 500_000;
const words = createRequire(import.meta.url)('an-array-of-english-words') as string[];
const gazetteer = Gazetteer.bundled();
const common = words.filter((word) => {
  const readings = gazetteer.lookupFolded(word);
  return (
    readings.length > 0 &&
    readings.every(
      ({ id }) => gazetteer.kind(id) !== 'country' && gazetteer.population(id) < MAX_POPULATION,
    )
  );
});
const rows = common.sort().reduce<string[]>((lines, word) => {
  const last = lines.at(-1);
  if (last === undefined || last.length > 90) lines.push(word);
  else lines[lines.length - 1] = `${last} ${word}`;
  return lines;
}, []);
const file = new URL('../../data/common-words.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(rows, null, 1)}\n`);
process.stdout.write(`${common.length} words\n`);
