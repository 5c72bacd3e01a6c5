import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Runs what an operator runs. @returns what it said */
export async function runProvisioning(brokers: string): Promise<string> {
  const script = fileURLToPath(new URL('../../../dist/provision.js', import.meta.url));
  const env = {
    ...process.env,
    KAFKA_BROKERS: brokers,
    TOCSIN_KAFKA_ACCESS_LISTS: 'on',
    TOCSIN_KAFKA_SUBSCRIBERS: 'User:analyst',
  };
  const { stderr } = await promisify(execFile)(process.execPath, [script], { env });
  return stderr;
}
