import { createPrivateKey } from 'node:crypto';
import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from './postgres/account.js';

/** What makes a stack one as in earnest: encrypted, and nobody does what they may not. */
export interface SecureOptions {
  /** Certificate and key that broker and database show, PEM. */
  readonly identity: { readonly cert: string; readonly key: string };
  /** Passwords by user name, for SCRAM-SHA-512 and PLAIN. */
  readonly users: Readonly<Record<string, string>>;
}

/** The broker's further listener. Whoever comes by the plain one, on loopback, may do everything. */
export interface SecureListener {
  readonly port: number;
  /** Key and certificate in one PEM file. */
  readonly identityFile: string;
  readonly users: SecureOptions['users'];
}

const NAME = 'SECURE';
const own = (setting: string) => `listener.name.${NAME.toLowerCase()}.${setting}`;

/** The broker's settings for the listener and for access lists; the lists of names come after the plain ones. */
export function secureProperties({ port, identityFile, users }: SecureListener) {
  const plain = Object.entries(users).map(([user, password]) => ` user_${user}="${password}"`);
  const modules = 'org.apache.kafka.common.security';
  return {
    listener: `,${NAME}://127.0.0.1:${port}`,
    protocol: `,${NAME}:SASL_SSL`,
    settings: {
      [own('ssl.keystore.type')]: 'PEM',
      [own('ssl.keystore.location')]: identityFile,
      [own('sasl.enabled.mechanisms')]: 'SCRAM-SHA-512,PLAIN',
      [own('scram-sha-512.sasl.jaas.config')]: `${modules}.scram.ScramLoginModule required;`,
      [own('plain.sasl.jaas.config')]:
        `${modules}.plain.PlainLoginModule required${plain.join('')};`,
      'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
      'super.users': 'User:ANONYMOUS',
    },
  };
}

/** Arguments with which the data folder is formatted, so that SCRAM knows the users from the start. */
export const scramArguments = (users: SecureOptions['users'] = {}): string[] =>
  Object.entries(users).flatMap(([user, password]) => [
    '--add-scram',
    `SCRAM-SHA-512=[name=${user},password=${password}]`,
  ]);

/** Writes the broker's identity as Java reads it: the key as PKCS #8, before the certificate. */
export function writeBrokerIdentity(folder: string, { cert, key }: SecureOptions['identity']) {
  const file = join(folder, 'identity.pem');
  const pkcs8 = createPrivateKey(key).export({ type: 'pkcs8', format: 'pem' });
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${pkcs8}${cert}`, { mode: 0o600 });
  return file;
}

/** Writes the database's identity where its account alone can read the key. @returns the server's settings for it */
export function writeDatabaseIdentity(
  folder: string,
  { cert, key }: SecureOptions['identity'],
  account: Account | undefined,
): string[] {
  const files = {
    ssl_cert_file: join(folder, 'server.crt'),
    ssl_key_file: join(folder, 'server.key'),
  };
  writeFileSync(files.ssl_cert_file, cert);
  writeFileSync(files.ssl_key_file, key, { mode: 0o600 });
  if (account) for (const file of Object.values(files)) chownSync(file, account.uid, account.gid);
  return ['ssl=on', ...Object.entries(files).map(([name, file]) => `${name}=${file}`)];
}
