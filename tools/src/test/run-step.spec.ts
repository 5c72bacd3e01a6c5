import { describe, expect, it } from '@jest/globals';
import { runStep, type Step } from './run-step.js';

const node = (script: string): Step => ({
  name: 'step',
  command: process.execPath,
  args: ['-e', script],
});
const run = (step: Step, signal = new AbortController().signal) =>
  runStep(step, process.cwd(), { GREETING: 'hello' }, signal);

describe('a step of the test run', () => {
  it('succeeds with exit code 0', async () => {
    expect(await run(node(''))).toMatchObject({ name: 'step', ok: true });
  });

  it('fails with any other', async () => {
    expect(await run(node('process.exit(2)'))).toMatchObject({ ok: false });
  });

  it('fails when the command does not exist', async () => {
    expect(await run({ ...node(''), command: '/nowhere/command' })).toMatchObject({ ok: false });
  });

  it('sees the environment that it is given', async () => {
    const script = "process.exit(process.env.GREETING === 'hello' ? 0 : 1)";
    expect(await run(node(script))).toMatchObject({ ok: true });
  });

  it('is ended when the run is given up', async () => {
    const result = await run(node('setInterval(() => {}, 1000)'), AbortSignal.timeout(300));
    expect(result.ok).toBe(false);
    expect(result.seconds).toBeLessThan(10);
  });

  it('says how long it took', async () => {
    const { seconds } = await run(node('setTimeout(() => {}, 200)'));
    expect(seconds).toBeGreaterThan(0.15);
  });
});
