import { describe, expect, it } from '@jest/globals';
import type { Claim } from '@tocsin/contracts';
import { createIncidentExtractor } from '@tocsin/incident-extraction';
import { textArticle } from '../eval/sets/text-article.js';
import { caseFile, markClaims } from './case-file.js';
import { EMPTY_SHEET, readVerdict } from './verdict.js';

const claim = (start: number, end: number) => ({ start, end }) as Claim;

describe('marked claims', () => {
  it('stand around their quotes, each end with its number', () => {
    expect(markClaims('two men died', { claims: [claim(0, 7), claim(8, 12)] })).toBe(
      '⟦two men⟧0 ⟦died⟧1',
    );
  });

  it('may lie in and across each other', () => {
    const claims = [claim(0, 7), claim(4, 12), claim(0, 3)];
    expect(markClaims('two men died', { claims })).toBe('⟦⟦two⟧2 ⟦men⟧0 died⟧1');
  });
});

describe('a case’s file', () => {
  const article = textArticle({
    id: 'a1',
    title: 'Bomb kills two | police',
    text: 'A bomb killed two men on Monday, police said.\n\nA man was arrested on Tuesday.',
    publishedAt: '2022-01-06',
  });
  const all = createIncidentExtractor().extract(article);
  const file = caseFile({ set: 'a', article, mention: all[0]!, all });

  it('holds the fields with their claims, the article and who says so', () => {
    expect(file).toContain(`# a: ${all[0]!.mentionId}`);
    expect(file).toContain('| killed | 2 / 2 / 2 (stated');
    expect(file).toContain('Explosions/Remote violence › Remote explosive/landmine/IED');
    expect(file).toContain('(police)');
    expect(file).toContain('⟦');
  });

  it('tells what else was found', () => {
    expect(all.length).toBeGreaterThan(1);
    expect(file).toContain('## What else was found in it\n\n- incident, actual');
  });

  it('breaks no table by what the text holds', () => {
    const rows = file.split('\n').filter((line) => line.startsWith('| summary'));
    expect(rows).toHaveLength(1);
    expect(rows[0]!.match(/(?<!\\)\|/g)).toHaveLength(4);
  });

  it('ends with a sheet to fill in', () => {
    expect(file.endsWith(EMPTY_SHEET)).toBe(true);
    expect(readVerdict(file).verdict).toBeNull();
  });
});
