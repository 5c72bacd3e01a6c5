import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { makeCorpus } from '../../corpus/corpus.js';
import type { SampleArticle } from '../../sample/articles.js';
import { FaultLine, type FaultLineParts } from './fault-line.js';
import { Supply } from './supply.js';

/** Sites at which pages are asked for some looks after they are published. */
function lineOf(more: Partial<Record<keyof FaultLineParts, unknown>> = {}) {
  const published: string[] = [];
  let looks = 0;
  const sites = {
    publish: (articles: readonly SampleArticle[]) =>
      void published.push(...articles.map(({ id }) => id)),
    get pagesAsked() {
      return published.length > 0 && ++looks > 3 ? 1 : 0;
    },
    urlIds: new Map([
      ['a', '1'],
      ['b', '2'],
    ]),
  };
  const parts = {
    sites,
    supply: new Supply(makeCorpus(20, 1)),
    database: { endedUrls: async () => 1 },
    signal: new AbortController().signal,
    ...more,
  } as unknown as FaultLineParts;
  return { line: new FaultLine(parts), published, looks: () => looks };
}

describe('a line that is to be struck', () => {
  it('has work in its hands when a page is asked for', async () => {
    const { line, published, looks } = lineOf();
    await line.underWork(3);
    expect(published).toHaveLength(3);
    expect(looks()).toBe(4);
  });

  it('knows what has not come to its end', async () =>
    expect(await lineOf().line.onTheirWay()).toBe(1));

  it('is waited for as long as said, also while a look fails', async () => {
    const { line } = lineOf();
    let looks = 0;
    await line.until('it answers', async () => {
      if (++looks < 3) throw new Error('away');
      return true;
    });
    expect(looks).toBe(3);
    await expect(line.until('never', async () => false, 50)).rejects.toThrow(
      'Waited in vain until never.',
    );
  });

  it('loses its broker, and that is waited for', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(child, 'spawn');
    const kafka = { name: 'kafka', pid: child.pid, hasExited: () => child.signalCode !== null };
    const { line } = lineOf({ stack: { base: [kafka] } });
    await line.signalBase('kafka', 'SIGKILL');
    expect(child.signalCode).toBe('SIGKILL');
    await expect(line.signalBase('postgres', 'SIGKILL')).rejects.toThrow('There is no postgres');
  });

  it('has services that stand still and wake', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => console.log(1), 20)'], {
      detached: true,
    });
    await once(child, 'spawn');
    await once(child.stdout, 'data');
    const { line } = lineOf({ services: { pidsOf: () => [child.pid] } });
    expect(line.signalService('store', 'SIGSTOP')).toBe(child.pid);
    await line.wait(100);
    child.stdout.read();
    let heard = 0;
    child.stdout.on('data', () => (heard += 1));
    await line.wait(100);
    const asleep = heard;
    line.signalService('store', 'SIGCONT');
    await line.until('it is heard again', async () => heard > asleep, 5_000);
    child.kill('SIGKILL');
  });

  it('is restored: proxies pass everything on, and every service is back and ready', async () => {
    const done: string[] = [];
    const note = (what: string) => (name?: string) =>
      void done.push(`${what} ${name ?? ''}`.trim());
    const services = { startAgain: note('start'), ready: note('ready') };
    const { line } = lineOf({
      services,
      kafka: { heal: note('kafka') },
      postgres: { heal: note('postgres') },
    });
    await line.restore();
    expect(done.slice(0, 2)).toEqual(['kafka', 'postgres']);
    for (const name of ['fetcher', 'extractor', 'deduplicator', 'store']) {
      expect(done.indexOf(`start ${name}`)).toBeLessThan(done.indexOf(`ready ${name}`));
    }
  });
});
