import { describe, expect, it } from '@jest/globals';
import { provideBrowser } from './provide-browser.js';

const { signal } = new AbortController();

describe('the browser step of the test run', () => {
  it('gives the file that it found', async () => {
    const { file, result } = await provideBrowser({ CHROME_PATH: process.execPath }, signal);
    expect(file).toBe(process.execPath);
    expect(result).toMatchObject({ name: 'browser', ok: true });
  });

  it('fails where there is none, and the run goes on to say what else is wrong', async () => {
    const { file, result } = await provideBrowser({ CHROME_PATH: '/no/such/file' }, signal);
    expect(file).toBeUndefined();
    expect(result).toMatchObject({ name: 'browser', ok: false });
  });
});
