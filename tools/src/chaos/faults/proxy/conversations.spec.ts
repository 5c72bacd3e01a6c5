import { describe, expect, it } from '@jest/globals';
import { API, kafkaConversation } from './kafka-conversation.js';
import { isCommit, postgresConversation } from './postgres-conversation.js';

function kafkaRequest(api: number, correlationId: number, client: string): Buffer {
  const bytes = Buffer.alloc(14 + client.length + 3);
  bytes.writeInt32BE(bytes.length - 4, 0);
  bytes.writeInt16BE(api, 4);
  bytes.writeInt32BE(correlationId, 8);
  bytes.writeInt16BE(client.length, 12);
  bytes.write(client, 14);
  return bytes;
}
function kafkaAnswer(correlationId: number, body: string): Buffer {
  const bytes = Buffer.alloc(8 + body.length);
  bytes.writeInt32BE(bytes.length - 4, 0);
  bytes.writeInt32BE(correlationId, 4);
  bytes.write(body, 8);
  return bytes;
}

describe('what a client of Kafka asks', () => {
  it('is told by its kind, number and client', () => {
    const bytes = kafkaRequest(API.offsetCommit, 7, 'store');
    const [asked] = kafkaConversation().asked(bytes);
    expect(asked).toMatchObject({
      bytes,
      request: { api: API.offsetCommit, correlationId: 7, client: 'store' },
    });
    expect([asked?.request?.names('store'), asked?.request?.names('topic')]).toEqual([true, false]);
  });

  it('of a client without a name is of no interest', () => {
    const bytes = kafkaRequest(API.produce, 7, '');
    bytes.writeInt16BE(-1, 12);
    expect(kafkaConversation().asked(bytes)).toEqual([{ bytes }]);
  });

  it('is silenced by itself: other answers come through', () => {
    const conversation = kafkaConversation();
    conversation.silence({
      api: API.produce,
      correlationId: 2,
      client: 'store',
      names: () => false,
    });
    const answers = Buffer.concat([1, 2, 3].map((n) => kafkaAnswer(n, `answer ${n}`)));
    const through = conversation.answered(answers).toString('latin1');
    expect(through.match(/answer \d/g)).toEqual(['answer 1', 'answer 3']);
    expect(conversation.answered(kafkaAnswer(2, 'a later one')).length).toBeGreaterThan(0);
  });
});

describe('what a client of PostgreSQL asks', () => {
  const query = (sql: string) => {
    const bytes = Buffer.from(`Q....${sql}\0`);
    bytes.writeInt32BE(bytes.length - 1, 1);
    return bytes;
  };
  const startup = Buffer.from([0, 0, 0, 8, 0, 3, 0, 0]);

  it('is told when it is a plain statement', () => {
    const conversation = postgresConversation();
    const requests = conversation.asked(Buffer.concat([startup, query('COMMIT'), query('BEGIN')]));
    expect(requests.map(({ request }) => request && isCommit(request))).toEqual([
      undefined,
      true,
      false,
    ]);
  });

  it('can not be silenced: its answers have no number', () =>
    expect(() => postgresConversation().silence({ sql: 'COMMIT' })).toThrow('cut before it'));
});
