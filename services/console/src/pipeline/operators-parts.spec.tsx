import type { DeadLetterView, Operation } from '@tocsin/contracts';
import { describe, expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { LetterTable } from './dead-letters.js';
import { OperationTable } from './operations.js';
import { Shown } from './payload.js';
import { PreviewText, wordsOf } from './redrive.js';

const HOSTILE = '<img src=x onerror=alert(1)>';
const letter: DeadLetterView = {
  id: 'article-fetched/extractor/0/12',
  topic: 'article-fetched',
  group: 'extractor',
  class: 'POISON',
  exception: 'ERR_X',
  message: HOSTILE,
  origin: { topic: 'article-fetched', partition: 1, offset: 7 },
  deliveries: 2,
  redrives: 0,
  firstFailedAt: null,
  lastFailedAt: null,
  traceId: 'a'.repeat(32),
  key: 'a1',
  redrivenAt: null,
  headers: { odd: HOSTILE },
  value: HOSTILE,
  isCut: true,
};
const operation: Operation = {
  id: 'o1',
  kind: 'redrive',
  by: 'Newsroom',
  reason: HOSTILE,
  request: {},
  state: 'done',
  counts: { sent: 3 },
  error: null,
  begunAt: '2022-01-06T18:00:00Z',
  endedAt: null,
};

describe('a dead letter', () => {
  it('says why and leads to its article, as letters alone', () => {
    const html = renderToStaticMarkup(
      <LetterTable items={[letter]} chosen={null} onChoose={() => {}} />,
    );
    expect(html).toContain('POISON, ERR_X: &lt;img');
    expect(html).toContain('href="/articles/a1"');
    expect(html).not.toContain('<img');
  });

  it('shows its record, its trace and that there is more', () => {
    const html = renderToStaticMarkup(<Shown letter={letter} />);
    expect(html).toContain('a'.repeat(32));
    expect(html).toContain('… and more');
    expect(html).not.toContain('<img');
  });
});

describe('a redrive', () => {
  it('says first what it would send and what it leaves out', () => {
    const preview = {
      count: 2,
      sentBefore: 1,
      withoutWayBack: 0,
      isComplete: true,
      byReason: [{ topic: 't', group: 'g', class: 'POISON', code: 'ERR_X', count: 2 }],
    };
    const html = renderToStaticMarkup(<PreviewText preview={preview} />);
    expect(html).toContain('2 would be sent back');
    expect(html).toContain('1 are left out');
    expect(html).toContain('2 × POISON, ERR_X: g of t');
  });

  it('says how far it is, and how it ended', () => {
    expect(wordsOf({ ...operation, state: 'running' })).toBe('3 sent back so far …');
    expect(wordsOf(operation)).toBe('3 sent back.');
    expect(wordsOf({ ...operation, state: 'failed', error: 'No broker.' })).toBe(
      '3 sent back; then it ended: No broker.',
    );
  });

  it('is kept with who and why', () => {
    const html = renderToStaticMarkup(<OperationTable items={[operation]} />);
    expect(html).toMatch(/redrive.*6 Jan 2022.*Newsroom.*&lt;img.*sent 3/);
  });
});
