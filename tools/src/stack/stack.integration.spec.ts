import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { ROOT, runFolders } from './folders.js';
import { brokerAnswers } from './kafka/probe.js';
import { freePorts } from './ports.js';
import { databaseState } from './postgres/probe.js';
import { isAlive } from './processes/identity.js';
import { readRuns, type FoundRun } from './processes/run-record.js';
import { readStackSettings } from './settings.js';
import { startStack, type StackOptions } from './stack.js';

const RECORDS = join(ROOT, '.tocsin', 'run');
const HOLDER = fileURLToPath(new URL('./testing/hold-stack.mjs', import.meta.url));
/** The specs' own broker and database must not be taken for the ones to test. */
const settings = {
  ...readStackSettings(process.env),
  kafkaBrokers: undefined,
  databaseUrl: undefined,
};
const options = (label: string, more: Partial<StackOptions> = {}): StackOptions => ({
  settings,
  label,
  throwaway: true,
  database: 'tocsin_test',
  progress: () => undefined,
  ...more,
});
/** What the specs whose data is not throwaway leave. */
afterAll(() => {
  for (const label of ['spec-refuse', 'spec-twice']) {
    for (const folder of runFolders(ROOT, label, process.getuid?.() === 0).all) {
      rmSync(folder, { recursive: true, force: true });
    }
  }
});
const runOf = (label: string): FoundRun | undefined =>
  readRuns(RECORDS).find((run) => run.state.label.startsWith(label));

describe('the local stack', () => {
  it('starts, answers, and stops leaving no process, no record and no data', async () => {
    const stack = await startStack(options('spec-stop'));
    const { state } = runOf('spec-stop')!;
    expect(state.children.map((child) => child.name).sort()).toEqual(['kafka', 'postgres']);
    expect(await brokerAnswers(stack.kafkaBrokers, 5_000)).toBe(true);
    expect(await databaseState(stack.databaseUrl, 5_000)).toBe('answers');

    await stack.stop();
    expect(state.children.filter(isAlive)).toEqual([]);
    expect(runOf('spec-stop')).toBeUndefined();
    expect(state.throwaway.filter(existsSync)).toEqual([]);
  });

  it('is ended by the next start when its starter was killed', async () => {
    const holder = spawn(process.execPath, [HOLDER, 'spec-orphan'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    const { state } = runOf('spec-orphan')!;
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(state.children.filter(isAlive)).toHaveLength(2);

    const said: string[] = [];
    const next = startStack(
      options('spec-next', {
        settings: { ...settings, kafkaBrokers: '127.0.0.1:1' },
        progress: (line) => said.push(line),
      }),
    );
    await expect(next).rejects.toMatchObject({ code: 'ERR_STACK_BROKER_UNREACHABLE', exitCode: 4 });
    expect(said[0]).toMatch(/^ended what a killed run left: (kafka, postgres|postgres, kafka)$/);
    expect(state.children.filter(isAlive)).toEqual([]);
    expect(state.throwaway.filter(existsSync)).toEqual([]);
  });

  it('can be given up while it starts, and then leaves nothing', async () => {
    const giveUp = new AbortController();
    const starting = startStack(options('spec-giveup', { signal: giveUp.signal }));
    setTimeout(() => giveUp.abort(new Error('stop')), 1_500);
    await expect(starting).rejects.toThrow('stop');
    expect(runOf('spec-giveup')).toBeUndefined();
  });
});

describe('a stack that cannot start', () => {
  const refusal = async (more: Partial<StackOptions>) => {
    const error = await startStack(options('spec-refuse', more)).catch((e: unknown) => e);
    expect(runOf('spec-refuse')).toBeUndefined();
    return error;
  };

  it('for a taken port says which setting moves it', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const [kafkaPort = 0] = await freePorts(1);
    const error = await refusal({
      throwaway: false,
      settings: { ...settings, kafkaPort, postgresPort: port },
    });
    server.close();
    expect(error).toMatchObject({
      code: 'ERR_STACK_PORT_TAKEN',
      exitCode: 3,
      message: expect.stringContaining('TOCSIN_POSTGRES_PORT'),
    });
  });

  it('for want of Java says what to install', async () => {
    const error = await refusal({ settings: { ...settings, javaHome: '/nowhere' } });
    expect(error).toMatchObject({ code: 'ERR_STACK_JAVA_MISSING', exitCode: 3 });
  });

  it('for a given database that does not answer says so', async () => {
    const databaseUrl = 'postgres://nobody@127.0.0.1:1/tocsin';
    const error = await refusal({ settings: { ...settings, databaseUrl } });
    expect(error).toMatchObject({ code: 'ERR_STACK_DATABASE_UNREACHABLE', exitCode: 4 });
  });

  it('because the same run lives already names its process', async () => {
    const holder = spawn(process.execPath, [HOLDER, 'spec-twice', 'keep'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    const again = startStack(options('spec-twice', { throwaway: false }));
    await expect(again).rejects.toMatchObject({
      code: 'ERR_STACK_ALREADY_RUNNING',
      message: expect.stringContaining(`process ${holder.pid}`),
    });
    holder.kill('SIGTERM');
    await once(holder, 'exit');
    expect(runOf('spec-twice')).toBeUndefined();
  });
});
