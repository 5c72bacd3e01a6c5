import type { Frame } from '../reading/frames.js';
import { type Draft, joinedWith } from './draft.js';

/** How many sentences lie between a mishap and what is told of its victims at most. */
const NEAR = 2;

/**
 * Puts what is only told as harm or as a blast ("was found dead", "an explosion") to the accident or the disaster that
 * sentences beside it tell, where nobody does harm in the article. The order of the drafts is kept.
 */
export function joinMishaps(drafts: readonly Draft[]): Draft[] {
  if (drafts.some(isDone)) return [...drafts];
  const joined = [...drafts];
  for (const draft of drafts) {
    if (draft.eventClass !== 'force' || !draft.pieces.every(({ frames }) => frames.every(isBare)))
      continue;
    const at = joined.findIndex((other) => isMishap(other) && isBeside(draft, other));
    if (at < 0) continue;
    joined[at] = joinedWith(joined[at]!, draft);
    joined.splice(joined.indexOf(draft), 1);
  }
  return joined;
}

const isMishap = ({ eventClass }: Draft): boolean =>
  eventClass === 'accident' || eventClass === 'disaster';

/** Where someone does harm in an article, a blast may be theirs. */
const isDone = ({ eventClass, pieces }: Draft): boolean =>
  eventClass === 'battle' ||
  (eventClass === 'force' && pieces.some(({ frames }) => frames.some((f) => !isBare(f))));

/** Says that people were harmed or that something blew up, and nothing of how. */
const isBare = ({ trigger: { sense }, agents }: Frame): boolean =>
  agents.length === 0 && (sense.group === 'harm' || sense.id === 'explosion');

function isBeside(a: Draft, b: Draft): boolean {
  if (a.background !== b.background) return false;
  return a.pieces.some((piece) =>
    b.pieces.some(
      (other) => Math.abs(piece.reading.sentence.index - other.reading.sentence.index) <= NEAR,
    ),
  );
}

/** Gatherings that mourn where an article tells of deaths, and protest where it tells of none. */
const GATHERING = /^(?:vigils?|gatherings?|processions?)$/;

/** A vigil for the dead: a draft that is nothing but that, beside one that tells who was killed. */
export function isMourning(draft: Draft, all: readonly Draft[]): boolean {
  if (draft.eventClass !== 'protest') return false;
  const mourns = draft.pieces.every(({ frames, reading }) =>
    frames.every(
      ({ to, trigger }) =>
        trigger.sense.group === 'harm' || GATHERING.test(reading.sentence.tokens[to - 1]!.low),
    ),
  );
  return (
    mourns &&
    [draft, ...all].some(({ pieces }) =>
      pieces.some(({ reading }) =>
        reading.frames.some(({ trigger }) => trigger.sense.effect === 'killed'),
      ),
    )
  );
}
