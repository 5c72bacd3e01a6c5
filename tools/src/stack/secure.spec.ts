import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { issue } from '@tocsin/testing/certificates';
import { brokerProperties } from './kafka/broker-config.js';
import { scramArguments, writeBrokerIdentity, writeDatabaseIdentity } from './secure.js';

const identity = issue();
const users = { ada: 'one', bob: 'two' };
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'identity-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const plain = { port: 1, controllerPort: 2, dataFolder: '/data' };

describe('a broker that is secured', () => {
  const secure = { port: 3, identityFile: '/identity.pem', users };
  const lines = brokerProperties({ ...plain, secure }).split('\n');
  const valueOf = (name: string) =>
    lines.find((line) => line.startsWith(`${name}=`))?.slice(name.length + 1);

  it('has one more listener, for those who say who they are over TLS', () => {
    expect(valueOf('listeners')).toMatch(/^PLAINTEXT:.*,SECURE:\/\/127\.0\.0\.1:3$/);
    expect(valueOf('advertised.listeners')).toContain('SECURE://127.0.0.1:3');
    expect(valueOf('listener.security.protocol.map')).toContain('SECURE:SASL_SSL');
    expect(valueOf('listener.name.secure.plain.sasl.jaas.config')).toContain('user_ada="one"');
  });

  it('lets nobody do what no access list grants, but who is on the machine', () => {
    expect(valueOf('authorizer.class.name')).toContain('StandardAuthorizer');
    expect(valueOf('super.users')).toBe('User:ANONYMOUS');
  });

  it('knows its users from the start', () => {
    expect(scramArguments(users)).toContain('SCRAM-SHA-512=[name=bob,password=two]');
    expect(scramArguments()).toEqual([]);
  });

  it('is not what one gets without asking', () => {
    expect(brokerProperties(plain)).not.toMatch(/SECURE|authorizer/);
  });
});

describe('an identity', () => {
  it('is written so that Java reads it, and nobody else', () => {
    const file = writeBrokerIdentity(join(folder, 'kafka'), identity);
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(/^-----BEGIN PRIVATE KEY-----[^]*-----BEGIN CERTIFICATE-----/);
    expect(createPrivateKey(text).asymmetricKeyType).toBe('rsa');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is written so that PostgreSQL takes it', () => {
    const settings = writeDatabaseIdentity(folder, identity, undefined);
    expect(settings).toEqual([
      'ssl=on',
      `ssl_cert_file=${join(folder, 'server.crt')}`,
      `ssl_key_file=${join(folder, 'server.key')}`,
    ]);
    expect(statSync(join(folder, 'server.key')).mode & 0o777).toBe(0o600);
  });
});
