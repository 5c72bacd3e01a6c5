import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { CA } from '@tocsin/testing/certificates';
import { freePorts } from '../../stack/ports.js';
import type { Stack } from '../../stack/stack.js';
import { planServices, serviceSpec, untilReady } from '../../start/services.js';
import { type User, users } from './users.js';

const CLI = fileURLToPath(new URL('../../../../services/cli/bin/tocsin.mjs', import.meta.url));

/** What is read of `tocsin status --json`. */
export interface Status {
  readonly services: readonly { readonly status: string }[];
  readonly groups: readonly { readonly group: string }[];
}

export interface SecureLine {
  /** As the command line sees it, under a principal of its own. */
  status(): Promise<Status>;
  stop(): Promise<void>;
}

/** The URL of a database login; its password is its name with `-secret`. */
export const loginUrl = ({ databaseUrl }: Pick<Stack, 'databaseUrl'>, user: string): string =>
  databaseUrl.replace(/\/\/[^@]+@/, `//${user}:${user}-secret@`);

/** Starts the four services, each as its own principal and login over TLS, secrets in files, and waits until they are ready. */
export async function bootSecurely(stack: Stack): Promise<SecureLine> {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-secrets-'));
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text, { mode: 0o600 });
    return join(folder, name);
  };
  const ca = file('ca.pem', CA);
  const kafka = (user: User) => ({
    KAFKA_BROKERS: String(stack.secureKafkaBrokers),
    TOCSIN_KAFKA_TLS: 'on',
    TOCSIN_KAFKA_CA_FILE: ca,
    TOCSIN_KAFKA_SASL_MECHANISM: 'scram-sha-512',
    TOCSIN_KAFKA_USERNAME: user,
    TOCSIN_KAFKA_PASSWORD_FILE: file(user, users[user]),
  });
  const ports = await freePorts(4);
  const plans = planServices({}).map((plan, at) => ({ ...plan, port: ports[at] ?? 0 }));
  const children = await Promise.all(
    plans.map((plan) => {
      const { env, ...spec } = serviceSpec(plan, stack, plans, {});
      const own = {
        ...kafka(`tocsin-${plan.name}`),
        DATABASE_URL: '',
        DATABASE_URL_FILE: file(plan.name, loginUrl(stack, `tocsin_${plan.name}_login`)),
        TOCSIN_DATABASE_TLS: 'verify-full',
        TOCSIN_DATABASE_CA_FILE: ca,
        TOCSIN_BLOB_DIR: join(folder, 'blobs'),
      };
      return stack.start({ ...spec, env: { ...env, ...own } });
    }),
  );
  const { signal } = new AbortController();
  await Promise.all(children.map((child, at) => untilReady(child, ports[at] ?? 0, signal)));
  const urls = plans.map(({ name, port }) => [
    `TOCSIN_${name.toUpperCase()}_URL`,
    `http://127.0.0.1:${port}`,
  ]);
  return {
    async status() {
      const env = { ...process.env, ...kafka('tocsin-cli'), ...Object.fromEntries(urls) };
      const args = [CLI, 'status', '--json'];
      const { stdout } = await promisify(execFile)(process.execPath, args, { env });
      return JSON.parse(stdout) as Status;
    },
    async stop() {
      await Promise.all(children.map((child) => child.stop()));
      rmSync(folder, { recursive: true });
    },
  };
}
