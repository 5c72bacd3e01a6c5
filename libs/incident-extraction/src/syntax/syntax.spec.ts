import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../text/tokens.js';
import { type Clause } from './clauses.js';
import { readSyntax } from './syntax.js';

interface Span {
  readonly from: number;
  readonly to: number;
}

function parse(text: string): { clauses: readonly Clause[]; words: (span: Span | null) => string } {
  const tokens = tokenize(text);
  const words = (span: Span | null): string =>
    span
      ? tokens
          .slice(span.from, span.to)
          .map((token) => token.text)
          .join(' ')
      : '';
  return { clauses: readSyntax(tokens, text === text.toUpperCase()).clauses, words };
}

/** Subject, verb, object or "by" phrase of the clause with a verb. */
function clause(text: string, verb: string): [string, string, string] {
  const { clauses, words } = parse(text);
  const found = clauses.find((each) => words(each.verb).endsWith(verb))!;
  return [words(found.subject), words(found.verb), words(found.object ?? found.by)];
}

describe('who a verb is about', () => {
  it.each([
    [
      'Rebels attacked a convoy in Kabul and killed three soldiers.',
      'killed',
      'Rebels',
      'three soldiers',
    ],
    ['The attack in Kabul killed ten.', 'killed', 'The attack', 'ten'],
    ['John Smith, 25, of Oakland, was shot.', 'shot', 'John Smith', ''],
    ['The Patrol (a militia that fights rebels) withdrew.', 'withdrew', 'The Patrol', ''],
    ['Two men from the PF [Popular Front] withdrew.', 'withdrew', 'Two men', ''],
    ['Officials said at least 84 people, including boys, were shot.', 'shot', '84 people', ''],
    ['The mayor, who was riding in a car, was killed by gunmen.', 'killed', 'The mayor', 'gunmen'],
    ['The man who led the army was killed.', 'killed', 'The man', ''],
    ['A boy who wanted to join the police was shot.', 'shot', 'A boy', ''],
    ['A man who said the army was winning left.', 'was winning', 'the army', ''],
    ['Rebels attacked a post, wounding a girl.', 'wounding', 'Rebels', 'a girl'],
    ['The president ordered troops to fire on them.', 'to fire', 'troops', ''],
    ['He tried to kill his wife.', 'to kill', 'He', 'his wife'],
    ['A bomb planted by guerrillas exploded outside.', 'exploded', 'A bomb', ''],
    ['Gunmen fired at a bus, killing two people.', 'killing', 'Gunmen', 'two people'],
    ['A man who was shot on Friday night died at a hospital.', 'died', 'A man', ''],
    [
      'Police believe the suspect, named as Juan Lopez, 31, fatally shot a girl.',
      'shot',
      'the suspect',
      'a girl',
    ],
    ['50 PEASANTS HAVE BEEN KIDNAPPED BY TERRORISTS.', 'KIDNAPPED', '50 PEASANTS', 'TERRORISTS'],
  ])('%j: %s', (text, verb, subject, object) => {
    const [who, , whom] = clause(text, verb);
    expect([who, whom]).toEqual([subject, object]);
  });
});

describe('the form of a verb', () => {
  const verb = (text: string, ending: string): Clause => {
    const { clauses, words } = parse(text);
    return clauses.find((each) => words(each.verb).endsWith(ending))!;
  };

  it('is passive by its auxiliary, or by that of the verb it is joined to', () => {
    expect(verb('The car was later destroyed.', 'destroyed').passive).toBe(true);
    expect(verb('He was shot and killed by police.', 'killed').passive).toBe(true);
    expect(verb('He shot and killed a policeman.', 'killed').passive).toBe(false);
  });

  it('knows negation, modals and infinitives', () => {
    expect(verb('They did not attack.', 'attack').verb.negated).toBe(true);
    expect(verb("They didn't attack.", 'attack').verb.negated).toBe(true);
    expect(verb('They will be moved.', 'moved').verb.modal).toBe('will');
    expect(verb('They wanted to attack.', 'attack').verb.infinitive).toBe(true);
  });

  it('takes a participle before a noun for part of the phrase', () => {
    const { clauses } = parse('The wounded soldiers slept.');
    expect(clauses).toHaveLength(1);
  });
});

describe('hostile sentences', () => {
  it.each([
    ['one endless word', 'a'.repeat(40_000)],
    ['hyphens', 'a-'.repeat(20_000)],
    ['relative clauses without end', 'the man who '.repeat(5_000)],
    ['joined verbs without end', 'shot and '.repeat(5_000)],
    ['surrogates and marks', '😀\u0000\ud83d ‮ ﷽ '.repeat(2_000)],
  ])('are read in the time of their first words: %s', (_, text) => {
    const tokens = tokenize(text);
    expect(readSyntax(tokens, false).pos.length).toBeLessThanOrEqual(150);
  });
});
