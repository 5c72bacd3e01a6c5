import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runCommand } from './run-command.mjs';

const MODULE = fileURLToPath(new URL('./run-command.mjs', import.meta.url));
const cwd = process.cwd();

/** Runs `runCommand` in a process of its own, whose streams can be read. */
function outputOf(script: string, quiet: boolean) {
  const code = `import(${JSON.stringify(MODULE)}).then((m) =>
    m.runCommand(process.execPath, ['-e', ${JSON.stringify(script)}], { cwd: '/', quiet: ${quiet} }))`;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' });
  return { stdout, stderr };
}

describe('a command of the set-up', () => {
  it('gives its exit code', async () => {
    expect(await runCommand(process.execPath, ['-e', 'process.exit(7)'], { cwd })).toBe(7);
    expect(await runCommand(process.execPath, ['-e', ''], { cwd })).toBe(0);
  });

  it('that does not exist gives what a shell gives', async () => {
    expect(await runCommand('/nowhere/command', [], { cwd })).toBe(127);
  });

  it('never writes to standard output, which belongs to results', () => {
    const { stdout, stderr } = outputOf("console.log('hello')", false);
    expect(stdout).toBe('');
    expect(stderr).toContain('hello');
  });

  it('keeps quiet about success when asked to', () => {
    expect(outputOf("console.log('hello')", true).stderr).toBe('');
  });

  it('shows everything when it failed', () => {
    const { stderr } = outputOf("console.log('why'); process.exit(1)", true);
    expect(stderr).toContain('why');
  });
});
