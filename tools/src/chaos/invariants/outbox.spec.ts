import { describe, expect, it } from '@jest/globals';
import { checkOutbox } from './outbox.js';

const record = (id: string, digest = 'd') => ({ topic: 'incident-updated', id, digest });
const row = (id: string, digest = 'd', sent = true) => ({ ...record(id, digest), sent });
const examples = (rows: ReturnType<typeof row>[], records: ReturnType<typeof record>[]) =>
  checkOutbox({ rows, records }).examples;

it('rows that arrived, some of them twice, are sound', () =>
  expect(
    checkOutbox({ rows: [row('a'), row('b')], records: [record('a'), record('b'), record('a')] }),
  ).toMatchObject({ name: 'I5', passed: true }));

it('a record whose row went with a restored database is sound', () =>
  expect(
    checkOutbox({ rows: [row('a')], lost: [record('z')], records: [record('a'), record('z')] })
      .passed,
  ).toBe(true));

describe('a planted fault is found:', () => {
  it('a row that was never sent', () =>
    expect(examples([row('a', 'd', false)], [])).toEqual([
      'incident-updated a was never sent',
      'incident-updated a never arrived',
    ]));

  it('a row that was marked and is not there', () =>
    expect(examples([row('a'), row('b')], [record('a')])).toEqual([
      'incident-updated b never arrived',
    ]));

  it('a record that nobody wrote', () =>
    expect(examples([row('a')], [record('a'), record('z')])).toEqual([
      'incident-updated z had no row',
    ]));

  it('a record of the same name and other bytes', () =>
    expect(examples([row('a')], [record('a', 'other')])).toHaveLength(2));

  it('an outbox that held nothing at all', () =>
    expect(examples([], [])).toEqual(['no outbox held a single row']));
});
