import { describe, expect, it } from '@jest/globals';
import { eventStream } from './server-sent-events.js';
import type { LiveEvent } from './live-incidents.js';

const fresh = { at: '1970-01-01T00:00:00.000Z', heardAt: null };
const place = { transaction: '7', id: '9' };

describe('server-sent events', () => {
  it('have the place to resume from, a kind and one line of data', async () => {
    async function* events(): AsyncGenerator<LiveEvent> {
      yield { kind: 'incident', place, json: '{"a":"b\\n"}' };
      yield { kind: 'heartbeat', place, fresh };
    }
    let text = '';
    for await (const chunk of eventStream(events())) text += String(chunk);
    expect(text).toBe(
      'retry: 3000\n\n' +
        'id: 7-9\nevent: incident\ndata: {"a":"b\\n"}\n\n' +
        'id: 7-9\nevent: heartbeat\ndata: {"at":"1970-01-01T00:00:00.000Z","heardAt":null}\n\n',
    );
  });

  it('end when the client is gone', async () => {
    let ended = false;
    async function* forever(): AsyncGenerator<LiveEvent> {
      try {
        for (;;) yield { kind: 'heartbeat', place, fresh };
      } finally {
        ended = true;
      }
    }
    const stream = eventStream(forever());
    for await (const _ of stream) break;
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(ended).toBe(true);
  });
});
