import { cues } from '../lexicon/cues.js';
import { instruments } from '../lexicon/instruments.js';
import type { SentenceReading } from '../reading/sentence-reading.js';
import type { Draft } from './draft.js';
import type { TypeFacts } from './type-facts.js';
import type { Outcome } from './type-rules.js';

/** A draft with what is known of its type before the model is asked. */
export interface TypedDraft {
  readonly draft: Draft;
  readonly facts: TypeFacts;
  /** What the rules allow, their first choice first. */
  readonly allowed: readonly Outcome[];
}

/** Between two things that are told together. */
export const TOGETHER = ' & ';

/**
 * What the model sees of a draft and of what is told beside it: senses with their voice, classes of
 * those who act and suffer, outcomes of the rules, cues, each of them with the rules' own answer, and the words of our
 * own lexicons. No names.
 */
export function typeFeatures(typed: TypedDraft, story: readonly TypedDraft[]): string[] {
  const beside = story.filter((other) => other === typed || isBeside(typed.draft, other.draft));
  const features = new Set<string>();
  const readings = new Set<SentenceReading>();
  const first = beside[0]?.allowed[0];
  for (const [at, { draft, facts, allowed }] of beside.entries()) {
    if (allowed[0]) features.add(`rule ${allowed[0]}`);
    if (allowed[0] && at === 0) features.add(`first ${allowed[0]}`);
    for (const id of facts.near) features.add(`sense ${id}`);
    if (at === 0 && facts.senses[0]) features.add(`main ${facts.senses[0].id}`);
    for (const id of facts.agents) features.add(`agent ${id}`);
    for (const id of facts.patients) features.add(`patient ${id}`);
    for (const type of facts.targets) features.add(`target ${type}`);
    for (const effect of ['killed', 'injured', 'arrested'] as const)
      if (facts[effect]) features.add(effect);
    for (const { reading } of draft.pieces) readings.add(reading);
  }
  for (const { sentence, frames } of readings) {
    for (const { value } of cues.findAll(sentence.tokens))
      for (const kind of value) {
        features.add(`cue ${kind}`);
        if (first) features.add(`first ${first}${TOGETHER}cue ${kind}`);
      }
    for (const { value } of instruments.findAll(sentence.tokens)) features.add(`means ${value}`);
    for (const { trigger, agents, patients } of frames) {
      const { group, id } = trigger.sense;
      for (const { actor } of agents) if (actor) features.add(`${actor.id} does ${group}`);
      for (const { actor } of patients) if (actor) features.add(`${group} to ${actor.id}`);
      if (trigger.form === 'noun') features.add(`noun ${id}`);
      else features.add(`verb ${id}`);
    }
  }
  return [...features];
}

/** Told in the same or in neighbouring sentences. */
function isBeside(a: Draft, b: Draft): boolean {
  const indexes = new Set(a.pieces.map(({ reading }) => reading.sentence.index));
  return b.pieces.some(({ reading: { sentence } }) =>
    [-1, 0, 1].some((step) => indexes.has(sentence.index + step)),
  );
}
