import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { logsOfLives } from './logs-of-lives.js';

it('the logs of all lives come in the order in which they were lived, without those of others', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-lives-'));
  const files = ['kafka-10', 'kafka', 'kafka-2', 'kafka-format', 'postgres', 'store-2'];
  for (const name of files) writeFileSync(join(folder, `${name}.log`), `${name}\n`);
  expect(logsOfLives(folder, 'kafka')).toBe('kafka\nkafka-2\nkafka-10\n');
  expect(logsOfLives(folder, 'postgres')).toBe('postgres\n');
  rmSync(folder, { recursive: true });
});
