import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { machineOf, runFacts } from './run-facts.js';
import { markdownOf, saveReport } from './save-report.js';

const facts = {
  date: '2026-11-26',
  commit: 'abc1234',
  machine: '2 × Fast One, 24 GiB',
  versions: { Tocsin: '0.1.0', Node: '24.0.0' },
};
const kept = {
  name: 'bench-line',
  title: 'The line',
  command: 'npm run bench -- line',
  text: 'fast\n',
  report: { perSecond: 60 },
};

describe('a report that is kept', () => {
  it('says when, of what and on what it was made, and what was printed', () => {
    expect(markdownOf(kept, facts)).toBe(`# The line

\`npm run bench -- line\` on 2026-11-26 at commit abc1234; 2 × Fast One, 24 GiB; Tocsin 0.1.0, Node 24.0.0.

\`\`\`text
fast
\`\`\`
`);
  });

  it('is there for programs too', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tocsin-report-'));
    saveReport(kept, folder, facts);
    expect(JSON.parse(readFileSync(join(folder, 'bench-line.json'), 'utf8'))).toEqual({
      ...facts,
      command: kept.command,
      perSecond: 60,
    });
    rmSync(folder, { recursive: true });
  });
});

describe('the facts of a run', () => {
  it('name day, commit, machine and versions', () => {
    const found = runFacts(new Date('2026-11-26T23:00:00Z'));
    expect(found.date).toBe('2026-11-26');
    expect(found.commit).toMatch(/^([0-9a-f]{7,}( with changes)?|unknown)$/);
    expect(Object.keys(found.versions)).toEqual(['Tocsin', 'Node', 'Kafka', 'PostgreSQL']);
  });

  it('tell of the machine what it can do', () => {
    expect(machineOf([{ model: ' Fast One ' } as never], 24 * 1024 ** 3)).toBe(
      '1 × Fast One, 24 GiB',
    );
  });
});
