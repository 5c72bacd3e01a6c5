import { describe, expect, it } from '@jest/globals';
import { sentenceOf } from './api-error.js';
import { getAnswer, getJson, postJson } from './get-json.js';

const answering = (response: () => Response | Promise<Response>): typeof fetch =>
  (async () => response()) as typeof fetch;
const ask = (response: () => Response | Promise<Response>) =>
  getJson('/v1/stats', undefined, answering(response));

describe('asking the API', () => {
  it('gives what it answers, and when', async () => {
    const headers = { date: 'Thu, 06 Jan 2022 18:00:00 GMT' };
    const fetcher = answering(() => Response.json({ articles: 1 }, { headers }));
    expect(await getAnswer('/v1/stats', undefined, fetcher)).toEqual({
      body: { articles: 1 },
      atMs: Date.parse('2022-01-06T18:00:00Z'),
    });
  });

  it('gives no moment where there is none', async () => {
    const answer = await getAnswer(
      '/v1/stats',
      undefined,
      answering(() => Response.json({})),
    );
    expect(answer.atMs).toBeNull();
  });

  it("passes on the API's own refusal", async () => {
    const problem = { code: 'ERR_API_QUERY', detail: 'from must be a day.' };
    await expect(ask(() => Response.json(problem, { status: 400 }))).rejects.toMatchObject({
      status: 400,
      code: 'ERR_API_QUERY',
      message: 'from must be a day.',
    });
  });

  it('makes something of a refusal that is not the API’s', async () => {
    await expect(ask(() => new Response('<html>', { status: 502 }))).rejects.toMatchObject({
      status: 502,
      code: 'ERR_HTTP_502',
    });
  });

  it('has something done by a body of JSON', async () => {
    const asked: unknown[] = [];
    const fetcher = (async (url, init) => {
      asked.push([
        url,
        init?.method,
        init?.body,
        (init?.headers as Record<string, string>)['content-type'],
      ]);
      return Response.json({ done: true }, { status: 202 });
    }) as typeof fetch;
    expect(await postJson('/v1/things', { n: 1 }, undefined, fetcher)).toEqual({ done: true });
    expect(asked).toEqual([['/v1/things', 'POST', '{"n":1}', 'application/json']]);
  });

  it('says so when nobody answers', async () => {
    const nobody = ask(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(nobody).rejects.toMatchObject({ status: 0, code: 'ERR_CONSOLE_OFFLINE' });
    await nobody.catch((error: unknown) =>
      expect(sentenceOf(error)).toBe('The store does not answer.'),
    );
  });

  it('is given up quietly when nobody waits for it any more', async () => {
    const reason = new Error('left the page');
    const signal = AbortSignal.abort(reason);
    const fetcher = answering(() => Promise.reject(reason));
    await expect(getJson('/v1/stats', signal, fetcher)).rejects.toBe(reason);
  });
});
