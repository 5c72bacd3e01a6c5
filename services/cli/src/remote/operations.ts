import { setTimeout as sleep } from 'node:timers/promises';
import type { Operation } from '@tocsin/contracts';
import type { CliConfig } from '../settings.js';
import { authorized, callService } from './call-service.js';
import { storeOf } from './services.js';

const POLL_MS = 500;

/** Asks the store for something that changes things, with the key. @throws CliError its refusal */
export const postStore = <T>(config: CliConfig, path: string, body: object): Promise<T> =>
  callService<T>(storeOf(config), path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...authorized(config) },
    body: JSON.stringify(body),
  });

/** What came of an operation, once it is over. */
export async function untilOver(config: CliConfig, begun: Operation): Promise<Operation> {
  let operation = begun;
  while (operation.state === 'running') {
    await sleep(POLL_MS);
    const path = `v1/operations/${operation.id}`;
    operation = await callService<Operation>(storeOf(config), path, {
      headers: authorized(config),
    });
  }
  return operation;
}
