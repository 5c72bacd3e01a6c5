import type { Person } from '../people/person.js';
import type { Clause } from '../syntax/clauses.js';
import type { NounPhrase } from '../syntax/noun-phrases.js';
import { phraseAround, phraseFrom } from '../syntax/phrase-lookup.js';
import type { FrameContext, Roles } from './frames.js';
import { peopleIn } from './role-people.js';
import { WordList, WordSet } from '../language/word-list.js';

/** Verbs that do what their object names: "carried out an attack". */
const DOING = new WordList(
  /^(?:carr(?:y|ies|ied|ying)|launch(?:es|ed|ing)?|stag(?:e|es|ed|ing)|commit(?:s|ted|ting)?|conduct(?:s|ed|ing)?|perpetrat(?:e|es|ed|ing)|mount(?:s|ed|ing)?|perform(?:s|ed|ing)?|ma(?:k|d)(?:e|es|ing)|hold(?:s|ing)?|held)$/,
);
/** Verbs whose subject has what their object names: "suffered injuries". */
const SUFFERING = new WordList(
  /^(?:suffer(?:s|ed|ing)?|sustain(?:s|ed|ing)?|receiv(?:e|es|ed|ing)|ha(?:s|d|ve)|survived)$/,
);
const ON = new WordSet(['of', 'on', 'against', 'at', 'upon', 'targeting', 'to']);

/** "the killing of two men by …", "the man's death", "three deaths", "carried out an attack on civilians". */
export function readNounRoles(context: FrameContext, from: number, to: number): Roles {
  const { tokens, people, syntax } = context;
  const done = behind(context, to, ON);
  const by = behind(context, to, BY) ?? committedBy(context, to);
  const holder = syntax.clauses.find(
    ({ object }) => object && object.from <= from && object.to >= to,
  );
  const owner = people.filter((p) => p.to === from - 1 && tokens[from - 1]?.low === "'s");
  const counted = people.filter((p) => p.to === from && p.count && !p.actor);
  const verb = holder ? tokens[holder.verb.main]!.low : '';
  const suffers = SUFFERING.test(verb) ? subjectOf(context, holder) : [];
  const agents = by
    ? peopleIn(context, by, 'right', to)
    : DOING.test(verb)
      ? subjectOf(context, holder)
      : [];
  const patients = done ? peopleIn(context, done, 'right', to) : [];
  return {
    agents,
    patients: [patients, owner, suffers, counted].find(({ length }) => length > 0) ?? [],
    agentPhrase: by ?? (DOING.test(verb) ? (holder?.subject ?? null) : null),
    patientPhrase: done,
  };
}

const BY = new WordSet(['by']);
const COMMITTED = new WordList(
  /^(?:committed|perpetrated|launched|staged|executed|ordered|planned|conducted|mounted|unleashed|done|made|out)$/,
);

/** "the murder committed by rebels", "the attack carried out by rebels". */
function committedBy({ tokens, syntax }: FrameContext, to: number): NounPhrase | null {
  const end = phraseAround(syntax.phrases, to - 1)?.to ?? to;
  const at = tokens[end]?.low === 'carried' ? end + 1 : end;
  if (!COMMITTED.test(tokens[at]?.low ?? '') || tokens[at + 1]?.low !== 'by') return null;
  return phraseFrom(syntax.phrases, at + 2);
}

/** The phrase behind a preposition that follows the noun at once, or after another such phrase. */
function behind(
  { tokens, syntax }: FrameContext,
  to: number,
  prepositions: WordSet,
): NounPhrase | null {
  let at = phraseAround(syntax.phrases, to - 1)?.to ?? to;
  for (let step = 0; step < 3; step++) {
    const phrase = phraseFrom(syntax.phrases, at + 1);
    if (!phrase || syntax.pos[at] !== 'ADP') return null;
    if (prepositions.has(tokens[at]!.low)) return phrase;
    at = phrase.to;
  }
  return null;
}

function subjectOf(context: FrameContext, clause: Clause | undefined): readonly Person[] {
  return clause?.subject ? peopleIn(context, clause.subject, 'left', clause.verb.from) : [];
}
