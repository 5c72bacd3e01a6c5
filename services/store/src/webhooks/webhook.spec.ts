import { describe, expect, it } from '@jest/globals';
import { CHANGES, checkedNewWebhook, checkedWebhookChange } from './webhook.js';

const url = 'https://hooks.example/in';
const queryId = 'qry_0123456789abcdef';
const refused = expect.objectContaining({ status: 400, code: 'ERR_API_QUERY' });

describe('a new webhook', () => {
  it('tells of everything unless a query or changes are named', () => {
    expect(checkedNewWebhook({ url })).toEqual({ url, queryId: null, changes: CHANGES });
    expect(
      checkedNewWebhook({ url, queryId, changes: ['retracted', 'created'], after: '7-9' }),
    ).toEqual({
      url,
      queryId,
      changes: ['created', 'retracted'],
      after: { transaction: '7', id: '9' },
    });
  });

  it.each<unknown>([
    undefined,
    {},
    { url: 'no url' },
    { url: 5 },
    { url: `${url}${'x'.repeat(2_000)}` },
    { url, queryId: 'x' },
    { url, changes: [] },
    { url, changes: 'created' },
    { url, changes: ['vanished'] },
    { url, after: 'x' },
    { url, after: 7 },
    { url, secret: 'mine' },
  ])('is refused as %j', (body) => expect(() => checkedNewWebhook(body)).toThrow(refused));
});

describe('a change of a webhook', () => {
  it('is of what is given', () => {
    expect(checkedWebhookChange({ state: 'paused' })).toEqual({ state: 'paused' });
    expect(checkedWebhookChange({ queryId: null, url, changes: ['split'] })).toEqual({
      queryId: null,
      url,
      changes: ['split'],
    });
  });

  it.each<unknown>([{ state: 'disabled' }, { after: '7-9' }, { url: '' }, { changes: [1] }])(
    'is refused as %j',
    (body) => expect(() => checkedWebhookChange(body)).toThrow(refused),
  );
});
