import { DETERMINERS } from '../language/function-words.js';
import type { Piece } from '../mentions/draft.js';
import { type ActorClass, actorClass } from '../lexicon/actors.js';
import type { Frame, TokenSpan } from '../reading/frames.js';
import { policeBodies } from '../lexicon/organisations.js';
import { findEach } from '../lexicon/phrase-index.js';
import { meets } from './perpetrators.js';

/** A body of police, as the text words it, or several officers. */
export interface Authority extends TokenSpan {
  readonly actor: ActorClass;
  /** Whether it is a body with a name rather than people. */
  readonly named: boolean;
}

/** The bodies of police that a frame has for its subject: "the FBI arrested …", "arrested on Monday by the FBI". */
export const arrestedBy = (piece: Piece, { agentPhrase, trigger }: Frame): Authority[] => {
  const { tokens } = piece.reading.sentence;
  const isBehindBy = ({ from }: Authority): boolean =>
    tokens.slice(Math.max(0, from - 2), from).some(({ low }) => low === 'by');
  return bodiesIn(piece).filter((body) =>
    agentPhrase ? meets(body, agentPhrase) : trigger.sense.group === 'arrest' && isBehindBy(body),
  );
};

/**
 * The police who tell of an arrest that no one is told to have made: "was arrested, the Butler County Sheriff's
 * Office said". A spokesman's name is left out.
 */
export function tellersOf(piece: Piece): Authority[] {
  const { attribution, people, sentence } = piece.reading;
  const within = ({ from, to }: TokenSpan): boolean =>
    attribution.spans.some((span) => from >= span.from && to <= span.to);
  const bodies = bodiesIn(piece).filter(within);
  if (bodies.length > 0) return bodies;
  return people.flatMap((person): Authority[] => {
    const { from, to, actor, plural, name } = person;
    const force = plural || sentence.tokens[to - 1]!.low === 'police';
    return force && name === null && actor?.id === 'police' && within(person)
      ? [{ from, to, actor, named: false }]
      : [];
  });
}

/** "the Butler County Sheriff's Office": with the capitalised words before what such a force is called. */
function bodiesIn({ reading }: Piece): Authority[] {
  const { tokens } = reading.sentence;
  if (!policeBodies.mayFind(tokens)) return [];
  const police = actorClass('police')!;
  const isName = (at: number): boolean => {
    const token = tokens[at];
    return token?.kind === 'word' && token.capital && !DETERMINERS.has(token.low);
  };
  return findEach(tokens, (at) => policeBodies.at(tokens, at)).map(({ from, to }) => {
    let start = from;
    while (to - start < LONGEST && isName(start - 1)) start--;
    return { from: start, to, actor: police, named: true };
  });
}

/** Longest name that is read, in words. */
const LONGEST = 7;
