import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { newSecret, signedHeaders, type Secrets } from './secret.js';

const BODY = '{"type":"incident.created","é":1}';
const only = (secret: string): Secrets => ({ secret, oldSecret: null, oldSecretUntilMs: null });

describe('a signature', () => {
  it('is what Standard Webhooks says, and its library takes it', () => {
    const now = Date.now();
    const secret = newSecret();
    const headers = signedHeaders('msg_1', BODY, only(secret), now);
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const signed = `msg_1.${Math.floor(now / 1_000)}.${BODY}`;
    expect(key).toHaveLength(32);
    expect(headers['webhook-signature']).toBe(
      `v1,${createHmac('sha256', key).update(signed).digest('base64')}`,
    );
    expect(new Webhook(secret).verify(BODY, headers)).toEqual(JSON.parse(BODY));
    expect(() => new Webhook(secret).verify(`${BODY} `, headers)).toThrow();
  });

  it('is of both secrets until the old one ends', () => {
    const [secret, oldSecret] = [newSecret(), newSecret()];
    const now = Date.now();
    const both = signedHeaders('m', BODY, { secret, oldSecret, oldSecretUntilMs: now + 1 }, now);
    expect(both['webhook-signature']?.split(' ')).toHaveLength(2);
    for (const one of [secret, oldSecret]) {
      expect(() => new Webhook(one).verify(BODY, both)).not.toThrow();
    }
    const later = signedHeaders('m', BODY, { secret, oldSecret, oldSecretUntilMs: now }, now);
    expect(() => new Webhook(oldSecret).verify(BODY, later)).toThrow();
  });

  it('has another secret each time', () => expect(newSecret()).not.toBe(newSecret()));
});
