import type { Toponym } from '@tocsin/geocoding';
import type { Frame } from '../reading/frames.js';
import type { TimeExpression } from '../time/find-times.js';
import { isAct, isOfLand, isReportedAct } from './acts-of-state.js';
import { isOlder } from './background/ages.js';
import type { Draft, Piece } from './draft.js';
import { movesForces } from './fallbacks.js';
import { isSomewhere } from './pieces.js';
import { isOwnDay } from './time-clause.js';

/** Title and lead, in sentences: what stands here is what an article reports. */
const LEAD = 3;

/**
 * The drafts that an article reports, rather than recalls: the title or the lead tells them by a word that means
 * nothing else, by two words or by whom they harmed. Of the others, where the lead tells none, those that a later
 * sentence tells with a day or a place of their own; where it tells one, such sentences mostly compare, recall or go
 * on about the same, and only a main clause that dates or places what it tells is news of something else.
 */
export function centralDrafts(
  drafts: readonly Draft[],
  toponyms: readonly Toponym[],
  published: string | null,
): ReadonlySet<Draft> {
  const acts = drafts.filter((draft) => isAct(draft) && isReportedAct(draft, toponyms));
  const deeds = drafts.filter(
    (draft) => !isAct(draft) && (draft.eventClass !== 'territory' || isOfLand(draft, toponyms)),
  );
  const lead = deeds.filter(({ pieces }) => pieces.some(isTellingLead));
  const led = lead.some(({ background }) => !background);
  const below = deeds.filter(
    (draft) =>
      !lead.includes(draft) &&
      draft.pieces.some((piece) =>
        led ? isNewsBelow(piece, draft, published) : isToldBelow(piece),
      ),
  );
  return new Set([...acts, ...lead, ...below]);
}

const isTold = ({ realis, naming }: Frame): boolean =>
  !naming && (realis === 'actual' || realis === 'attempted');

const hasHarmed = ({ tolls }: Piece): boolean =>
  tolls.some((toll) => toll.stated || toll.people.some((p) => p.actor));

function isTellingLead(piece: Piece): boolean {
  if (piece.reading.sentence.index > LEAD) return false;
  const told = piece.frames.filter(isTold);
  return (
    hasHarmed(piece) ||
    told.some(({ trigger }) => !trigger.weak) ||
    told.length >= 2 ||
    told.some(movesForces)
  );
}

function isToldBelow(piece: Piece): boolean {
  const { frames, time, place } = piece;
  if (time === null && place === null) return false;
  const told = frames.filter(isTold);
  const violent = told.some(({ trigger: { weak, sense } }) => !weak && VIOLENT.has(sense.group));
  // Of a death without a word of how, later sentences speak in passing.
  const died = frames.every(({ trigger }) => trigger.sense.id === 'die');
  return (hasHarmed(piece) && !died) || violent || told.length >= 2;
}

const VIOLENT: ReadonlySet<string> = new Set([
  'violence',
  'battle',
  'abduction',
  'protest',
  'accident',
  'disaster',
  'territory',
]);

/**
 * Behind the news of the lead: told in a main clause by a word that means nothing else, with its own recent day or town,
 * or with a toll of such a day ("Six died in a bomb attack on Friday").
 */
function isNewsBelow(piece: Piece, { eventClass }: Draft, published: string | null): boolean {
  const { reading, place, frames } = piece;
  const ownDay = (triggers: readonly number[]): TimeExpression | undefined =>
    reading.times.find((time) => isOwnDay(reading, time, triggers));
  const isNews = ({ end }: TimeExpression): boolean => !isOlder(end, published, 'followedUp');
  if (hasHarmed(piece) && frames.some(({ trigger }) => trigger.sense.group !== 'harm')) {
    const day = ownDay(frames.map(({ from }) => from));
    if (day && isNews(day)) return true;
  }
  return frames.some((frame) => {
    const { trigger, aside, recalled, from } = frame;
    if (!isTold(frame) || aside || recalled !== null || trigger.sense.group === 'harm')
      return false;
    if (eventClass === 'arrest') return isArrestOfSomeone(frame);
    if (trigger.weak) return false;
    const day = ownDay([from]);
    if (day) return isNews(day);
    return trigger.form !== 'noun' && place?.place?.kind === 'city' && isSomewhere(reading, place);
  });
}

/** "three men have been arrested": an arrest that is told is news of its own. */
const isArrestOfSomeone = ({ trigger, patients }: Frame): boolean =>
  trigger.form !== 'noun' && patients.some(({ actor, count, name }) => actor ?? count ?? name);
