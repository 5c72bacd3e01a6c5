import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ROOT } from './stack/folders.js';

const RULE = '@nx/enforce-module-boundaries';
/** Planted in real projects, so that their real tags decide; named so that no build takes them. */
const planted: string[] = [];

interface Lint {
  readonly rules: (string | null)[];
  readonly output: string;
}

async function run(bin: string, args: string[]): Promise<string> {
  const env = { ...process.env, NX_DAEMON: 'false' };
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [join(ROOT, 'node_modules', '.bin', bin), ...args],
    { cwd: ROOT, env },
  ).catch((error: { stdout: string; stderr: string }) => error);
  return stdout + stderr;
}

/** Lints source text as if it stood in `project`. */
async function lintPlanted(project: string, source: string): Promise<Lint> {
  const file = join(ROOT, project, 'src', `planted-${process.pid}.spec.ts`);
  mkdirSync(dirname(file), { recursive: true });
  planted.push(file);
  writeFileSync(file, source);
  const output = await run('eslint', ['--format', 'json', file]);
  const json = output.slice(output.indexOf('[{'), output.lastIndexOf(']') + 1);
  const [result] = JSON.parse(json) as [{ messages: { ruleId: string | null }[] }];
  return { rules: result.messages.map((message) => message.ruleId), output };
}

describe('who may import whom', () => {
  beforeAll(() => run('nx', ['graph', `--file=.tocsin/graph-${process.pid}.json`]));
  afterEach(() => {
    for (const file of planted.splice(0)) rmSync(file, { force: true });
    rmSync(join(ROOT, '.tocsin', `graph-${process.pid}.json`), { force: true });
  });

  it.each([
    ['a domain library', 'libs/dedup', "import '@tocsin/messaging-kafka';\n"],
    ['the contracts', 'libs/contracts', "import '@tocsin/feeds';\n"],
    ['a library below another', 'libs/geocoding', "import '@tocsin/incident-extraction';\n"],
    ['the console', 'services/console', "import '@tocsin/messaging';\n"],
    ['anything but the adapter, of kafkajs', 'services/store', "import 'kafkajs';\n"],
  ])('is enforced on %s', async (_who, project, source) => {
    const { rules } = await lintPlanted(project, source);
    expect(rules).toContain(RULE);
  });

  it('allows what the design draws', async () => {
    const { rules } = await lintPlanted('libs/dedup', "import '@tocsin/contracts';\n");
    expect(rules).toEqual([]);
  });

  it('is not skipped for want of a project graph', async () => {
    const { output } = await lintPlanted('libs/dedup', "import '@tocsin/contracts';\n");
    expect(output).not.toContain('No cached ProjectGraph');
  });
});
