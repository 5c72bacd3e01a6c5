import type { PeerCertificate } from 'node:tls';
import { describe, expect, it } from '@jest/globals';
import { tlsOf } from './tls.js';

const certificateFor = (names: string) =>
  ({ subject: {}, subjectaltname: names }) as PeerCertificate;
const check = (url: string, names: string) =>
  tlsOf({ url, tls: {} }).ssl?.checkServerIdentity?.('localhost', certificateFor(names));

describe('an encrypted connection to the database', () => {
  it('is not made unless the settings ask for it', () => {
    expect(tlsOf({ url: 'postgres://h/d' })).toEqual({});
  });

  it('trusts the given authorities, or those of the system', () => {
    expect(tlsOf({ url: 'postgres://h/d', tls: { ca: 'PEM' } }).ssl).toMatchObject({ ca: 'PEM' });
    expect(tlsOf({ url: 'postgres://h/d', tls: {} }).ssl).not.toHaveProperty('ca');
  });

  it.each([
    ['postgres://u@db.example:5432/d', 'DNS:db.example'],
    ['postgres://u@10.0.0.7/d', 'IP Address:10.0.0.7'],
    ['postgres://u@[::1]/d', 'IP Address:0:0:0:0:0:0:0:1'],
  ])('asks the certificate for the host of %s, whatever the driver calls it', (url, names) => {
    expect(check(url, names)).toBeUndefined();
    expect(check(url, 'DNS:localhost, DNS:other.example')).toMatchObject({
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
  });
});
