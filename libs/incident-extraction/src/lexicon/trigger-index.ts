import { BE } from '../language/function-words.js';
import { verbForms, plural, type VerbForm } from './inflect.js';
import { findEach, PhraseIndex, type PhraseMatch } from './phrase-index.js';
import type { Token } from '../text/tokens.js';
import type { Sense, Trigger } from './triggers.js';
import { WordList, WordSet } from '../language/word-list.js';

/** The lists of one trigger file, by sense. */
export interface TriggerFile {
  readonly verbs: Readonly<Record<string, readonly string[]>>;
  readonly nouns: Readonly<Record<string, readonly string[]>>;
  readonly adjectives?: Readonly<Record<string, readonly string[]>>;
  /** Verbs that mean the sense with certain things only: each "verb, verb | thing, thing". */
  readonly patterns: Readonly<Record<string, readonly string[]>>;
  /** Named lists of things; a pattern refers to one by "@name". */
  readonly things: Readonly<Record<string, readonly string[]>>;
  /** Nouns that name who or what takes part, rather than what happens. */
  readonly named?: readonly string[];
  /** Too common in other meanings to open the gate alone. */
  readonly weak: readonly string[];
}

export type Readings = readonly Trigger[];

interface Pattern {
  readonly trigger: Trigger;
  readonly things: WordSet;
}

/** How far from its verb a pattern's thing may stand, in tokens. */
const REACH = 9;
/** A pattern's thing stands in the verb's own clause. */
const CLAUSE_END = new WordList(/^(?:[.;:]|who|which|that|after|when|while|because|but)$/);
const QUOTE = /^["”’']$/;
const ADVERB = new WordList(/^(?:fatally|sexually|safely|forcibly|gang)$/);

/** A sense with all of its fields, so that all have one shape: they are asked for at every trigger. */
export const shaped = (id: string, sense: Omit<Sense, 'id'>): Sense => ({
  id,
  family: sense.family,
  sub: sense.sub,
  plover: sense.plover,
  mode: sense.mode,
  context: sense.context,
  hazard: sense.hazard,
  effect: sense.effect,
  group: sense.group,
});

/** The triggers of one file: phrases as they stand, and verbs with the things that they go with. */
export class TriggerIndex {
  readonly phrases = new PhraseIndex<Readings>();
  private readonly patterns = new PhraseIndex<readonly Pattern[]>();

  constructor(file: TriggerFile, senses: Readonly<Record<string, Omit<Sense, 'id'>>>) {
    const sense = (id: string): Sense => shaped(id, senses[id]!);
    this.addPhrases(file, sense);
    this.addPatterns(file, sense);
  }

  /** All triggers of a sentence, leftmost and longest; a verb with its thing outranks the verb alone. */
  findAll(tokens: readonly Token[]): PhraseMatch<Readings>[] {
    if (!this.phrases.mayFind(tokens) && !this.patterns.mayFind(tokens)) return [];
    return findEach(tokens, (at) => this.at(tokens, at));
  }

  private at(tokens: readonly Token[], from: number): PhraseMatch<Readings> | null {
    const plain = this.phrases.at(tokens, from);
    const head = this.patterns.at(tokens, from);
    if (!head || (plain && plain.to > head.to)) return plain;
    const trigger = nearest(tokens, head);
    if (!trigger) return plain;
    const noun = plain?.to === head.to ? plain.value.filter(({ form }) => form === 'noun') : [];
    return { from, to: head.to, value: [trigger, ...noun] };
  }

  private addPhrases(file: TriggerFile, sense: (id: string) => Sense): void {
    const weak = new Set(file.weak);
    const named = new Set(file.named);
    const readings = new Map<string, Trigger[]>();
    // One reading as a noun and one as a verb at most; the first one given of each kind counts.
    const add = (phrase: string, trigger: Trigger): void => {
      const known = readings.get(phrase) ?? [];
      const kind = trigger.form === 'noun';
      if (!known.some(({ form }) => (form === 'noun') === kind))
        readings.set(phrase, [...known, trigger]);
    };
    for (const [id, words] of Object.entries(file.nouns)) {
      for (const word of words) {
        const noun = {
          sense: sense(id),
          form: 'noun',
          weak: weak.has(word),
          named: named.has(word),
        } as const;
        add(word, { ...noun, plural: false });
        add(plural(word), { ...noun, plural: true });
      }
    }
    for (const [id, lemmas] of Object.entries(file.verbs)) {
      for (const lemma of lemmas) {
        for (const [form, phrase] of conjugate(lemma))
          add(phrase, {
            sense: sense(id),
            form,
            weak: weak.has(lemma),
            named: false,
            plural: false,
          });
      }
    }
    // An adjective says of its noun what a participle says: "two dead" is "two killed".
    for (const [id, words] of Object.entries(file.adjectives ?? {})) {
      for (const word of words)
        add(word, {
          sense: sense(id),
          form: 'participle',
          weak: weak.has(word),
          named: false,
          plural: false,
        });
    }
    for (const [phrase, found] of readings) this.phrases.add(phrase, found);
  }

  private addPatterns(file: TriggerFile, sense: (id: string) => Sense): void {
    const weak = new Set(file.weak);
    const heads = new Map<string, Pattern[]>();
    for (const [id, lines] of Object.entries(file.patterns)) {
      for (const line of lines) {
        const [verbs, nouns] = line.split('|').map(listOf);
        const things = new WordSet(nouns!.flatMap((noun) => thingsOf(noun, file)));
        for (const verb of verbs!) {
          for (const [form, phrase] of conjugate(verb)) {
            const trigger = {
              sense: sense(id),
              form,
              weak: weak.has(verb),
              named: false,
              plural: false,
            };
            heads.set(phrase, [...(heads.get(phrase) ?? []), { trigger, things }]);
          }
        }
      }
    }
    for (const [phrase, found] of heads) this.patterns.add(phrase, found);
  }
}

const listOf = (text: string): string[] => text.split(',').map((word) => word.trim());

function thingsOf(noun: string, { things }: TriggerFile): string[] {
  const nouns = noun.startsWith('@') ? things[noun.slice(1)]! : [noun];
  return nouns.flatMap((each) => [each, plural(each)]);
}

/** Senses whose things do it: "killed by a mob", "villagers beat the thief". */
const DOERS: ReadonlySet<string> = new Set(['mob']);

/** Whether what stands at a token does what the verb says, rather than suffers it: "gunmen killed villagers". */
function isDoer(tokens: readonly Token[], at: number, from: number, to: number): boolean {
  if (at < from) return !BE.has(tokens[from - 1]!.low);
  return tokens.slice(to, at).some(({ low }) => low === 'by');
}

/** A clause's end, or a quotation's: "…and hitting the cages,” said Coach Roe". */
function partsClauses(tokens: readonly Token[], at: number): boolean {
  const { low } = tokens[at]!;
  return CLAUSE_END.test(low) || (QUOTE.test(low) && tokens[at - 1]?.low === ',');
}

/** The reading whose thing stands nearest: behind the verb, or before a participle ("arms were seized"). */
function nearest(
  tokens: readonly Token[],
  { from, to, value }: PhraseMatch<readonly Pattern[]>,
): Trigger | null {
  const take = (i: number, participle: boolean): Trigger | null => {
    const { low } = tokens[i]!;
    const found = value.find(
      ({ trigger: { form, sense }, things }) =>
        things.has(low) &&
        (!participle || form === 'past' || form === 'participle') &&
        (!DOERS.has(sense.id) || isDoer(tokens, i, from, to)),
    );
    return found?.trigger ?? null;
  };
  for (let i = to; i < Math.min(tokens.length, to + REACH); i++) {
    if (partsClauses(tokens, i)) break;
    const found = take(i, false);
    if (found) return found;
  }
  for (let i = from - 1; i >= Math.max(0, from - REACH); i--) {
    if (partsClauses(tokens, i)) break;
    const found = take(i, true);
    if (found) return found;
  }
  return null;
}

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
