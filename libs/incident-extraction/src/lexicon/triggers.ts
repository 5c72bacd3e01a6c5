import type { AcledSubEventType, Family, PloverType } from '@tocsin/contracts';
import { readData } from './data.js';
import type { VerbForm } from './inflect.js';
import type { PhraseIndex } from './phrase-index.js';
import { shaped, type Readings, type TriggerFile, TriggerIndex } from './trigger-index.js';

/** What a word's sense does to people; `hurt` is killed or injured, as the rest of the text says. */
export type Effect = 'killed' | 'injured' | 'missing' | 'abducted' | 'arrested' | 'hurt';

/** What a trigger means in the field's vocabularies. */
export interface Sense {
  readonly id: string;
  readonly family: Family;
  readonly sub?: AcledSubEventType | undefined;
  readonly plover?: PloverType | undefined;
  readonly mode?: string | undefined;
  readonly context?: string | undefined;
  readonly hazard?: string | undefined;
  readonly effect?: Effect | undefined;
  /** Senses of one group tell of one kind of happening and merge into one mention. */
  readonly group: string;
}

/** One trigger word or phrase in one of its forms. */
export interface Trigger {
  readonly sense: Sense;
  readonly form: VerbForm | 'noun';
  /** Too common in other meanings to open the gate alone. */
  readonly weak: boolean;
  /** Names who or what takes part ("bomb", "protester"), and does not tell that anything happens. */
  readonly named: boolean;
  /** The noun is a plural ("two deaths"). */
  readonly plural: boolean;
}

const { senses } = readData<{ senses: Record<string, Omit<Sense, 'id'>> }>('senses.json');

/** Happenings: what is done to people, things and places. */
export const happenings = new TriggerIndex(readData<TriggerFile>('triggers.json'), senses);

/** Acts of speech and diplomacy; they tell of an incident only as part of one. */
export const verbalEvents = new TriggerIndex(readData<TriggerFile>('verbal.json'), senses);

/** Every phrase that names a happening: as a noun, as a verb, or both ("clashes"). */
export const triggers: PhraseIndex<Readings> = happenings.phrases;

/** A sense by its id, which must be known. */
export function senseOf(id: string): Sense {
  const sense = senses[id];
  if (!sense) throw new Error(`no sense ${id}`);
  return shaped(id, sense);
}
