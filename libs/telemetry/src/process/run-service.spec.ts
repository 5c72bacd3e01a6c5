import { describe, expect, it } from '@jest/globals';
import { runService, type ServiceProcess } from './run-service.js';

function host() {
  const listeners = new Map<string, () => void>();
  const exits: number[] = [];
  const lines: string[] = [];
  const process: ServiceProcess = {
    once: (signal, listener) => listeners.set(signal, listener),
    exit: (code) => exits.push(code),
    stderr: { write: (text) => lines.push(text) },
  };
  return { process, exits, lines, raise: (signal: string) => listeners.get(signal)?.() };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the life of a service', () => {
  it('ends with 0 once it has stopped, and stops once however often it is told', async () => {
    const { process, exits, raise } = host();
    let stops = 0;
    await runService('store', async () => async () => void (stops += 1), process);
    expect(exits).toEqual([]);
    raise('SIGTERM');
    raise('SIGINT');
    await settled();
    expect([stops, exits]).toEqual([1, [0]]);
  });

  it('that cannot boot is one line with its code, and 1', async () => {
    const { process, exits, lines } = host();
    const error = Object.assign(new Error('No broker.'), { code: 'ERR_KAFKA_TOPIC_MISSING' });
    await runService('store', () => Promise.reject(error), process);
    expect([lines, exits]).toEqual([['ERR_KAFKA_TOPIC_MISSING: No broker.\n'], [1]]);
  });

  it('gets a code of its own where an error has none that is a word', async () => {
    const { process, lines } = host();
    const error = Object.assign(new Error('Unknown topic.'), { code: 3 });
    await runService('store', () => Promise.reject(error), process);
    expect(lines).toEqual(['ERR_STORE_BOOT: Unknown topic.\n']);
  });

  it('that cannot stop says so, and ends with 1', async () => {
    const { process, exits, lines, raise } = host();
    await runService('fetcher', async () => () => Promise.reject(new Error('Stuck.')), process);
    raise('SIGTERM');
    await settled();
    expect([lines, exits]).toEqual([['ERR_FETCHER_STOP: Stuck.\n'], [1]]);
  });
});
