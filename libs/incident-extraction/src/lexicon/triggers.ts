import type { AcledSubEventType, Family, PloverType } from '@tocsin/contracts';
import { readData } from './data.js';
import { plural, type VerbForm, verbForms } from './inflect.js';
import { PhraseIndex } from './phrase-index.js';

/** What a word's sense does to people; `hurt` is killed or injured, as the rest of the text says. */
export type Effect = 'killed' | 'injured' | 'missing' | 'abducted' | 'arrested' | 'hurt';

/** What a trigger means in the field's vocabularies. */
export interface Sense {
  readonly id: string;
  readonly family: Family;
  readonly sub?: AcledSubEventType;
  readonly plover?: PloverType;
  readonly mode?: string;
  readonly hazard?: string;
  readonly effect?: Effect;
  /** Senses of one group tell of one kind of happening and merge into one mention. */
  readonly group: string;
}

/** One trigger word or phrase in one of its forms. */
export interface Trigger {
  readonly sense: Sense;
  readonly form: VerbForm | 'noun';
  /** Too common in other meanings to open the gate alone. */
  readonly weak: boolean;
  /** The noun is a plural ("two deaths"). */
  readonly plural: boolean;
}

interface TriggerFile {
  verbs: Record<string, string[]>;
  nouns: Record<string, string[]>;
  adjectives: Record<string, string[]>;
  weak: string[];
}

function load(): PhraseIndex<readonly Trigger[]> {
  const { senses } = readData<{ senses: Record<string, Omit<Sense, 'id'>> }>('senses.json');
  const file = readData<TriggerFile>('triggers.json');
  const weak = new Set(file.weak);
  const readings = new Map<string, Trigger[]>();
  // One reading as a noun and one as a verb at most; the first one given of each kind counts.
  const add = (phrase: string, trigger: Trigger): void => {
    const known = readings.get(phrase) ?? [];
    const kind = trigger.form === 'noun';
    if (!known.some(({ form }) => (form === 'noun') === kind))
      readings.set(phrase, [...known, trigger]);
  };
  const sense = (id: string): Sense => ({ id, ...senses[id]! });
  for (const [id, words] of Object.entries(file.nouns)) {
    for (const word of words) {
      add(word, { sense: sense(id), form: 'noun', weak: weak.has(word), plural: false });
      const many = plural(word);
      add(many, { sense: sense(id), form: 'noun', weak: weak.has(word), plural: true });
    }
  }
  for (const [id, lemmas] of Object.entries(file.verbs)) {
    for (const lemma of lemmas) {
      for (const [form, phrase] of conjugate(lemma)) {
        add(phrase, { sense: sense(id), form, weak: weak.has(lemma), plural: false });
      }
    }
  }
  // An adjective says of its noun what a participle says: "two dead" is "two killed".
  for (const [id, words] of Object.entries(file.adjectives)) {
    for (const word of words) {
      add(word, {
        sense: sense(id),
        form: 'participle',
        weak: weak.has(word),
        plural: false,
      });
    }
  }
  const index = new PhraseIndex<readonly Trigger[]>();
  for (const [phrase, found] of readings) index.add(phrase, found);
  return index;
}

const ADVERB = /^(?:fatally|sexually|safely|forcibly|gang)$/;

/** Inflects the phrase's verb: its first word, or the second after an adverb; both of "shoot and kill". */
function conjugate(lemma: string): [VerbForm, string][] {
  const words = lemma.split(' ');
  const verb = ADVERB.test(words[0]!) ? 1 : 0;
  const forms = verbForms(words[verb]!);
  return (Object.keys(forms) as VerbForm[]).map((form) => [
    form,
    words
      .map((word, i) => {
        if (i === verb) return forms[form];
        const second = words[i - 1] === 'and' || words[i - 1] === ',';
        return second ? verbForms(word)[form] : word;
      })
      .join(' '),
  ]);
}

/** Every trigger of the lexicon: as a noun, as a verb, or both ("clashes"). */
export const triggers: PhraseIndex<readonly Trigger[]> = load();
