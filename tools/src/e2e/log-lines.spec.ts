import { describe, expect, it } from '@jest/globals';
import { faultsOfLine } from './log-lines.js';

const ARTICLE = Array.from({ length: 60 }, (_, n) => `Sentence ${n} says "this".`).join(' ');
const forbidden = { secrets: ['hunter2'], texts: [ARTICLE] };
const line = (more: object = {}) =>
  JSON.stringify({
    ...{ level: 'info', time: '2026-01-01T00:00:00.000Z', service: 'store', msg: 'It works.' },
    ...more,
  });
const faults = (text: string) => faultsOfLine(text, forbidden).map((fault) => fault.split(':')[0]);

describe('a line of a log', () => {
  it('is one event as JSON', () => {
    expect(faults(line())).toEqual([]);
    expect(faults('(node:1) Warning')).toEqual(['no JSON']);
    expect(faults('7')).toEqual(['no JSON']);
    expect(faults('{}')).toEqual(['no level', 'no time', 'no service or message']);
  });

  it('about a record names its trace, about a partition it need not', () => {
    expect(faults(line({ offset: '7', key: 'k' }))).toEqual(['a record without its trace']);
    expect(faults(line({ offset: '7', key: 'k', trace_id: 'a'.repeat(32) }))).toEqual([]);
    expect(faults(line({ topic: 't', partition: 0 }))).toEqual([]);
  });

  it('holds no secret, and no text of an article', () => {
    expect(faults(line({ url: 'postgres://a:hunter2@b/c' }))).toEqual(['a secret']);
    expect(faults(line({ reason: ARTICLE.slice(333, 500) }))).toEqual(['text of an article']);
    expect(faults(line({ title: ARTICLE.slice(0, 40) }))).toEqual([]);
    expect(faults(line({ stack: 'x'.repeat(5_000) }))).toEqual(['5097 characters']);
  });
});
