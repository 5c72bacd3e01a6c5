import type { Document } from '../text/document.js';
import type { Draft } from './draft.js';
import { typeFacts, type TypeFacts } from './type-facts.js';
import { type TypedDraft, typeFeatures } from './type-features.js';
import { outcomeProbabilities } from './type-model.js';
import { type Outcome, POSSIBLE_TYPES, TYPE_RULES } from './type-rules.js';
import { isMostlyShooting, isShooting, isUnmeantFromTheFirst, unmeantHarm } from './unmeant.js';

/** What a draft is, and how sure that is by all that is told beside it. */
export interface TypeChoice {
  readonly facts: TypeFacts;
  readonly outcome: Outcome;
  /** 0–1: in a brief text the model's probability of the outcome among all that there are. */
  readonly probability: number;
}

/** How sure the rules are without the model. */
const BY_RULE = 0.6;

/**
 * Chooses the types of an article's drafts: the rules say what each may be; in a brief text, whose few
 * sentences show sides of one thing, the model ranks that.
 */
export function chooseTypes(
  document: Document,
  drafts: readonly Draft[],
  brief: boolean,
): TypeChoice[] {
  const choices = choose(drafts, brief);
  return choices.map((own, i) => {
    const choice = choices[toldBefore(drafts, i)] ?? own;
    const { facts, outcome } = choice;
    if (facts.eventClass !== 'force' || !OPEN.has(outcome)) return choice;
    if (isShooting(facts)) return { ...choice, outcome: unmeantHarm(document, facts) ?? 'Attack' };
    return isMostlyShooting(facts) && isUnmeantFromTheFirst(document)
      ? { ...choice, outcome: 'accident' }
      : choice;
  });
}

/**
 * The draft of which a sentence before tells how, where one tells of harm alone in another town ("seven were dead in the
 * other capital"): what it was is what it was there. -1 where none does.
 */
function toldBefore(drafts: readonly Draft[], at: number): number {
  const { eventClass, pieces } = drafts[at]!;
  const isHarmAlone = ({ pieces: told }: Draft): boolean =>
    told.every(({ frames }) => frames.every(({ trigger }) => trigger.sense.group === 'harm'));
  if (eventClass !== 'force' || !isHarmAlone(drafts[at]!)) return -1;
  const { index } = pieces[0]!.reading.sentence;
  return drafts.findIndex(
    (other) =>
      other.eventClass === eventClass &&
      other.pieces.some(({ reading }) => reading.sentence.index === index - 1) &&
      !isHarmAlone(other),
  );
}

/** What a shooting is taken for until the article's other words say whether someone meant it. */
const OPEN: ReadonlySet<Outcome> = new Set(['Attack', 'accident']);

function choose(drafts: readonly Draft[], brief: boolean): TypeChoice[] {
  if (!brief) {
    return drafts.map((draft) => {
      const facts = typeFacts(draft);
      const outcome = TYPE_RULES.find(({ when }) => when(facts))?.outcome;
      return { facts, outcome: outcome ?? 'Other', probability: BY_RULE };
    });
  }
  const story = drafts.map(typedDraft);
  return story.map((typed) => {
    const probabilities = outcomeProbabilities(typeFeatures(typed, story));
    const of = (outcome: Outcome): number => probabilities.get(outcome) ?? 0;
    const outcome = typed.allowed.reduce((best, each) => (of(each) > of(best) ? each : best));
    return { facts: typed.facts, outcome, probability: of(outcome) };
  });
}

/** A draft with its facts and what the rules allow. */
export function typedDraft(draft: Draft): TypedDraft {
  const facts = typeFacts(draft);
  const holding = [...TYPE_RULES, ...POSSIBLE_TYPES].filter(({ when }) => when(facts));
  const allowed = [...new Set(holding.map(({ outcome }) => outcome))];
  return { draft, facts, allowed: allowed.length > 0 ? allowed : ['Other'] };
}
