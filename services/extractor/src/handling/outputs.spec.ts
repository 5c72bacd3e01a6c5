import { describe, expect, it } from '@jest/globals';
import { ArticleExtracted, IncidentExtracted } from '@tocsin/contracts';
import Value from 'typebox/value';
import { article, fetched } from '../testing/fetched.js';
import { extractionOutputs } from './outputs.js';

describe('the records of an extracted article', () => {
  const [first, second] = extractionOutputs(fetched(), 1_700_000_000_000, article(), []);

  it('keep the contracts of their topics', () => {
    expect([...Value.Errors(ArticleExtracted, first?.value)]).toEqual([]);
    expect([...Value.Errors(IncidentExtracted, second?.value)]).toEqual([]);
  });

  it('are keyed by the article, so that its versions stay in order', () => {
    expect([first?.key, second?.key]).toEqual(['a1', 'a1']);
  });
});
