import { describe, expect, it } from '@jest/globals';
import { passesGate } from './gate.js';

/** Four sentences of nothing, so that a text is not short. */
const FILLER =
  'The council met in the hall. It spoke of budgets. Nobody was surprised. The session went on. ';
/** So long that what follows is no lead. */
const LEAD = FILLER.repeat(12);

describe('the gate', () => {
  it.each([
    'Two killed in bombing',
    'Protesters torched the town hall',
    'An earthquake struck at dawn',
    'He was kidnapped by gunmen',
    `${FILLER}A bomb exploded.`,
  ])('opens for a strong trigger at the beginning: %j', (text) => {
    expect(passesGate(text)).toBe(true);
  });

  it.each(['The crash came at night. A man is dead.', '\n\nA death and an attack', 'A death.'])(
    'opens for any trigger where there are two sentences at most: %j',
    (text) => {
      expect(passesGate(text)).toBe(true);
    },
  );

  it('opens for two weak ones of harm in the title', () => {
    expect(passesGate(`Two dead, five hurt in town\n\n${LEAD}`)).toBe(true);
    expect(passesGate(`Two dead in town\n\n${LEAD}`)).toBe(false);
    expect(passesGate(`Rally and march in town\n\n${LEAD}`)).toBe(false);
  });

  it('wants as much again of a long text', () => {
    expect(passesGate(`A bomb exploded. ${LEAD}`)).toBe(true);
    expect(passesGate(`A man was murdered. ${LEAD.repeat(2)}`)).toBe(false);
    expect(passesGate(`A man was murdered. ${LEAD.repeat(2)}The killing is the third.`)).toBe(true);
    expect(passesGate(`A man was murdered. A raid follows a crash. ${LEAD.repeat(2)}`)).toBe(true);
  });

  it('counts less what comes after the lead', () => {
    expect(passesGate(`${LEAD}A man was murdered.`)).toBe(false);
    expect(passesGate(`${LEAD}A man was murdered, another kidnapped.`)).toBe(true);
    expect(passesGate(`${LEAD}A man was murdered. A death and an attack followed.`)).toBe(true);
  });

  it('stays shut for weak ones alone in a long text, however many', () => {
    expect(passesGate(FILLER + 'A death. '.repeat(50))).toBe(false);
    expect(passesGate(LEAD + 'A rally and a march. '.repeat(50))).toBe(false);
  });

  it.each([
    'The committee met on Tuesday to discuss the budget',
    'The team won the final',
    `${FILLER}A sudden death of a star.`,
    '',
    '\n\n',
  ])('stays shut for %j', (text) => {
    expect(passesGate(text)).toBe(false);
  });

  it('reads no further than an article’s beginning', () => {
    expect(passesGate('word. '.repeat(1_000) + 'bombing '.repeat(9))).toBe(false);
  });
});
