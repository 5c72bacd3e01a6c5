import type { Broker } from '@tocsin/messaging';
import { toDeadLetter } from './dead-letter.js';
import type { FoundLetter } from './find-letters.js';
import { idOf, positionOf, type LetterPosition } from './letter-id.js';
import { OperatingError } from './operating-error.js';
import type { GroupTopic } from './readings.js';
import { readWindows, type LogWindow } from './read-windows.js';

/** Ids that may be asked for at once. */
export const MAX_IDS = 100;

/**
 * Dead letters by their ids, in the ids' order; those that aren't there (any more) are left out.
 * @throws OperatingError ERR_OPERATING_ID
 * @throws DependencyDownError
 */
export async function findLettersById(
  broker: Broker,
  places: readonly GroupTopic[],
  ids: readonly string[],
): Promise<readonly FoundLetter[]> {
  const wanted = new Map(ids.map((id) => [id, positionOf(places, id)]));
  if (wanted.size > MAX_IDS)
    throw new OperatingError('ERR_OPERATING_ID', `At most ${MAX_IDS} ids may be given at once.`);
  const found = new Map<string, FoundLetter>();
  const stretches = [...Map.groupBy(wanted.values(), placeOfPosition).values()].map(stretchesOf);
  for (let turn = 0; stretches.some((each) => turn < each.length); turn += 1) {
    const windows: LogWindow[] = [];
    for (const window of stretches.flatMap((each) => each[turn] ?? [])) {
      const range = (await broker.ranges(window.topic)).get(window.partition);
      if (!range) continue;
      const to = window.to < range.high ? window.to : range.high;
      windows.push({ ...window, from: window.from > range.low ? window.from : range.low, to });
    }
    await readWindows(broker, windows, (record) => {
      const place = places.find(({ deadLetterTopic }) => deadLetterTopic === record.topic);
      const id = place && idOf(place, record.partition, record.offset);
      if (place && id !== undefined && wanted.has(id))
        found.set(id, { id, place, letter: toDeadLetter(record) });
    });
  }
  return [...wanted.keys()].flatMap((id) => found.get(id) ?? []);
}

/**
 * One dead letter by its id; undefined when it isn't there (any more).
 * @throws OperatingError ERR_OPERATING_ID
 * @throws DependencyDownError
 */
export async function findLetter(
  broker: Broker,
  places: readonly GroupTopic[],
  id: string,
): Promise<FoundLetter | undefined> {
  return (await findLettersById(broker, places, [id]))[0];
}

const placeOfPosition = ({ place, partition }: LetterPosition): string =>
  `${place.deadLetterTopic}/${partition}`;

/** Records between two that are wanted, which are read along rather than another time joined for. */
const STRETCH = 1_000n;

/** The positions of one partition as few stretches, none long. */
function stretchesOf(positions: readonly LetterPosition[]): LogWindow[] {
  const sorted = positions.toSorted((a, b) => (a.offset < b.offset ? -1 : 1));
  const stretches: LogWindow[] = [];
  for (const { place, partition, offset } of sorted) {
    const last = stretches.at(-1);
    const from = last && offset < last.from + STRETCH ? last.from : offset;
    const window = { topic: place.deadLetterTopic, partition, from, to: offset + 1n };
    if (last && from === last.from) stretches[stretches.length - 1] = window;
    else stretches.push(window);
  }
  return stretches;
}
