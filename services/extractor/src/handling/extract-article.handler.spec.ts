import { describe, expect, it } from '@jest/globals';
import { DependencyDownError, PermanentError } from '@tocsin/messaging';
import type { DocumentResult, StoredDocument } from '../extraction/document-extraction.port.js';
import { article, context, fetched, message } from '../testing/fetched.js';
import { extractArticleHandler } from './extract-article.handler.js';

const noBlobs = { get: () => Promise.reject(new Error('unexpected')) };

function handle(result: DocumentResult | Error, payload = fetched()) {
  const inputs: StoredDocument[] = [];
  const extraction = {
    version: 'v',
    extract: (input: StoredDocument) => {
      inputs.push(input);
      return result instanceof Error ? Promise.reject(result) : Promise.resolve(result);
    },
  };
  const handler = extractArticleHandler({ extraction, blobs: noBlobs });
  return { inputs, outcome: handler(message(payload), context()) };
}

describe('a fetched response', () => {
  it('becomes its article and the set of its mentions, empty too', async () => {
    const { outcome } = handle({ kind: 'extracted', article: article(), mentions: [] });
    expect(await outcome).toMatchObject({
      kind: 'ok',
      outputs: [
        { topic: 'article-extracted', key: 'a1', value: { title: 'Bread prices rise' } },
        {
          topic: 'incident-extracted',
          key: 'a1',
          value: { mentions: [], textHash: '1'.repeat(64) },
        },
      ],
    });
  });

  it('is dropped with the code why it is no article', async () => {
    const { outcome } = handle({ kind: 'rejected', code: 'ERR_ARTICLE_EMPTY', reason: 'Nothing.' });
    expect(await outcome).toEqual({
      kind: 'drop',
      code: 'ERR_ARTICLE_EMPTY',
      reason: 'Nothing.',
      outputs: [],
    });
  });

  it('is a dead letter of class TIMEOUT when it takes too long', async () => {
    const { outcome } = handle(new PermanentError('ERR_EXTRACT_TIMEOUT', 'Late.', 'TIMEOUT'));
    expect(await outcome).toMatchObject({ kind: 'deadLetter', class: 'TIMEOUT' });
  });

  it('is a dead letter when its body is not what the record says', async () => {
    const { outcome } = handle({
      kind: 'unreadable',
      code: 'ERR_EXTRACT_BODY',
      class: 'POISON',
      reason: 'No gzip.',
    });
    expect(await outcome).toMatchObject({
      kind: 'deadLetter',
      class: 'POISON',
      error: { code: 'ERR_EXTRACT_BODY' },
    });
  });

  it('is never a dead letter because something we depend on is away', async () => {
    const { outcome } = handle(new DependencyDownError('ERR_BLOB_UNREADABLE', 'Away.'));
    await expect(outcome).rejects.toMatchObject({ code: 'ERR_BLOB_UNREADABLE' });
  });

  it('is extracted with what the header and the feed say of it', async () => {
    const feedItem = {
      feedUrl: 'https://example.org/feed',
      title: 'Bread',
      publishedAt: '2026-01-01T08:00:00Z',
      authors: ['Ann Lee'],
      summary: null,
    };
    const { inputs, outcome } = handle(
      { kind: 'extracted', article: article(), mentions: [] },
      fetched({ feedItem }),
    );
    await outcome;
    expect(inputs).toMatchObject([
      {
        contentType: 'text/html',
        hints: {
          fetchedAt: Date.UTC(2026, 0, 2),
          title: 'Bread',
          publishedAt: '2026-01-01T08:00:00Z',
          authors: ['Ann Lee'],
        },
      },
    ]);
  });
});
