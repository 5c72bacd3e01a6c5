import { parse } from 'node:querystring';
import { PushDocumentRequest, readPush } from '@tocsin/fetcher/boundary';
import { parseIncidentQuery } from '@tocsin/store/boundary';
import { checked } from '@tocsin/telemetry';
import { type Boundary, promise } from '../boundary.js';

const BOUNDARIES: readonly Boundary[] = [
  {
    name: 'search',
    description: 'the query string of a search for incidents',
    codes: ['ERR_API_QUERY'],
    pieces: [
      ...['&', '=', '%00', '%', '+', ',', '*', "'", '"', ';--', ')', '(', '|', '!', ':*', '\\'],
      ...[
        'type=',
        'country=',
        'text=',
        'near=',
        'radiusKm=',
        'bbox=',
        'cursor=',
        'fields=',
        'sort=-',
      ],
      ...[
        'from=2026-02-30',
        'killedMin=1e9',
        'limit=-1',
        'updatedSince=',
        '__proto__=1',
        '9'.repeat(40),
      ],
      ...['%F0%9F%98%80', '\u0000', '\u202e'],
    ],
    read(input) {
      const { criteria, limit } = parseIncidentQuery(parse(input.toString('utf8')));
      promise(limit >= 1 && limit <= 500, 'a page has 1 to 500 incidents');
      return criteria.length > 0 ? 'search with filters' : 'search';
    },
  },
  {
    name: 'pushed-document',
    description: 'a document that a client pushes',
    codes: [
      'NO_JSON',
      'ERR_API_REQUEST',
      'ERR_PUSH_BODY',
      'ERR_PUSH_CONTENT_TYPE',
      'ERR_PUSH_FETCHED_AT',
      'ERR_PUSH_KEY',
      'ERR_PUSH_TOO_LARGE',
      'ERR_PUSH_URL',
    ],
    pieces: [
      ...['"url":"file:///etc/passwd",', '"url":"http://a@b/",', '"base64":"%%%",', '"text":"",'],
      ...['"contentType":"text/html; charset=x",', '"lane":"fast",', '"fetchedAt":"2026-13-45T99"'],
      ...['{"__proto__":{"url":1}}', '[', '{"a":', '\\ud800', '\\u0000', 'null', '\u0000'],
    ],
    read(input) {
      const { idempotencyKey = null, ...document } = checked(PushDocumentRequest, json(input));
      const { url, body } = readPush(document, idempotencyKey);
      promise(/^https?:\/\/[^/]/.test(url), 'a document is of the web');
      promise(body.length <= 10 * 1024 * 1024, 'a body is under its cap');
      return 'document';
    },
  },
];

/** What the APIs read of their callers, behind the HTTP server's own limits. */
export const REQUESTS: readonly Boundary[] = BOUNDARIES.map((boundary) => ({
  ...boundary,
  read: withOwnCode(boundary.read),
}));

function json(input: Buffer): unknown {
  try {
    return JSON.parse(input.toString('utf8'));
  } catch (error) {
    throw Object.assign(new Error('no JSON', { cause: error }), { code: 'NO_JSON' });
  }
}

/** Nest keeps the code in the answer that it will give. */
function withOwnCode(read: Boundary['read']): Boundary['read'] {
  return (input) => {
    try {
      return read(input);
    } catch (error) {
      const { getResponse } = error as { getResponse?: () => { code?: string } };
      if (typeof getResponse !== 'function') throw error;
      throw Object.assign(new Error((error as Error).message), getResponse.call(error));
    }
  };
}
