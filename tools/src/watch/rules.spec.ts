import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { ROOT } from '../stack/folders.js';
import { readStackSettings } from '../stack/settings.js';
import { dashboards } from './dashboards/index.js';
import { readingOf } from './expressions.js';
import { faultsOf } from './known-series.js';
import { providePromtool, runToEnd } from './provide-promtool.js';
import { alerts, PROMETHEUS, recordings } from './rules.js';

const recorded = new Set(recordings.map(({ record }) => record));
const names = alerts.map(({ alert }) => alert);
const testFiles = readdirSync(join(PROMETHEUS, 'tests')).map((name) => join('tests', name));
const RUNBOOKS = join(ROOT, 'docs', 'runbooks');

interface TestFile {
  readonly tests: readonly {
    readonly alert_rule_test: readonly { alertname: string; exp_alerts?: unknown[] }[];
  }[];
}
const cases = testFiles.flatMap((file) =>
  (parse(readFileSync(join(PROMETHEUS, file), 'utf8')) as TestFile).tests.flatMap(
    ({ alert_rule_test: tested }) => tested,
  ),
);

describe('the rules', () => {
  let promtool: string;
  const run = (...args: string[]) => runToEnd(promtool, args, PROMETHEUS);
  beforeAll(async () => {
    const { cacheFolder } = readStackSettings(process.env);
    promtool = await providePromtool({ env: process.env, cacheFolder });
  }, 180_000);

  it('are what Prometheus takes for rules, and its settings name them', async () => {
    expect(await run('check', 'config', 'prometheus.yml')).toMatchObject({ ok: true });
  });

  it('fire when they must and not otherwise, as their tests say', async () => {
    const { ok, text } = await run('test', 'rules', ...testFiles);
    expect(ok ? '' : text).toBe('');
    expect(text.match(/SUCCESS/g)).toHaveLength(testFiles.length);
  }, 60_000);

  it('have tests that can fail', async () => {
    const sound = readFileSync(join(PROMETHEUS, 'tests', 'processes.yml'), 'utf8');
    const wrong = join(mkdtempSync(join(tmpdir(), 'tocsin-rules-')), 'wrong.yml');
    const rules = sound.replaceAll('../rules/', `${join(PROMETHEUS, 'rules')}/`);
    writeFileSync(wrong, rules.replace('severity: page', 'severity: nobody'));
    const { ok, text } = await run('test', 'rules', wrong);
    expect({ ok, text }).toMatchObject({ ok: false, text: expect.stringContaining('FAILED') });
  }, 60_000);

  it('read only what services give, by labels that it has', () => {
    const faults = [...recordings, ...alerts].flatMap(({ expr }) => faultsOf(expr, recorded));
    expect(faults).toEqual([]);
  });
});

describe('every alert', () => {
  it.each(names)('%s has a case in which it fires and one in which it does not', (name) => {
    const own = cases.filter(({ alertname }) => alertname === name);
    const fires = own.map(({ exp_alerts: expected = [] }) => expected.length > 0);
    expect(new Set(fires)).toEqual(new Set([true, false]));
  });

  it('says how urgent it is and names its own runbook', () => {
    for (const { alert, labels, annotations } of alerts) {
      expect(['page', 'ticket']).toContain(labels.severity);
      expect(annotations.runbook).toBe(`docs/runbooks/${alert}.md`);
    }
  });

  it('is one of those that wake someone, as the promises say', () => {
    const pages = alerts.filter(({ labels }) => labels.severity === 'page');
    expect(pages.map(({ alert }) => alert)).toEqual(
      expect.arrayContaining([
        ...['LagGrowing', 'PartitionStandsStill', 'DeadLetterWriteFailed', 'FuseBlown'],
        ...['OutboxOld', 'AuditFailed', 'FreshnessBurnsFast'],
      ]),
    );
  });
});

describe('what is recorded', () => {
  it('is read by an alert, a dashboard or another rule', () => {
    const expressions = [
      ...[...recordings, ...alerts].map(({ expr }) => expr),
      ...dashboards.flatMap(({ panels }) =>
        panels.flatMap(({ lines }) => lines.map(([expr]) => expr)),
      ),
    ];
    const read = new Set(
      expressions.flatMap((expr) => readingOf(expr).series.map(({ name }) => name)),
    );
    expect([...recorded].filter((name) => !read.has(name))).toEqual([]);
  });
});

describe('the runbooks', () => {
  const files = readdirSync(RUNBOOKS).filter((name) => name !== 'README.md');
  const textOf = (name: string) => readFileSync(join(RUNBOOKS, name), 'utf8');

  it('are one for each alert', () => {
    expect(files.sort()).toEqual(names.map((name) => `${name}.md`).sort());
  });

  it.each(files)('%s says what it means, where to look and what to do', (name) => {
    const text = textOf(name);
    expect(text).toMatch(new RegExp(`^# ${name.replace('.md', '')}\n\n\\w`));
    expect(text).toMatch(/\n## Look\n\n- [^]+\n## Do\n\n- /);
  });

  it('name codes, settings and pages that are there', () => {
    const settings = readFileSync(join(ROOT, '.env.example'), 'utf8');
    const sources = ['libs', 'services'].flatMap((part) =>
      readdirSync(join(ROOT, part), { recursive: true, encoding: 'utf8' })
        .filter((file) => /[\\/]src[\\/].*\.ts$/.test(file) && !/node_modules|dist[\\/]/.test(file))
        .map((file) => readFileSync(join(ROOT, part, file), 'utf8')),
    );
    const code = sources.join('\n');
    for (const name of ['README.md', ...files]) {
      const text = textOf(name);
      for (const [setting] of text.matchAll(/\bTOCSIN_\w+/g)) expect(settings).toContain(setting);
      for (const [error] of text.matchAll(/\bERR_\w+/g))
        expect(code.includes(error) ? '' : error).toBe('');
      for (const [, link] of text.matchAll(/\]\((\w+\.md)\)/g)) expect(files).toContain(link);
    }
  });
});
