import { describe, expect, it } from '@jest/globals';
import { findChromium, isExecutable } from './find-chromium.js';

const having =
  (...files: string[]) =>
  (file: string) =>
    files.includes(file);

describe('the browser that the specs drive', () => {
  it('is the one of CHROME_PATH before any other', () => {
    const env = { CHROME_PATH: '/opt/chrome', PATH: '/usr/bin' };
    expect(findChromium(env, having('/opt/chrome', '/usr/bin/chromium'))).toBe('/opt/chrome');
  });

  it('is none when CHROME_PATH leads nowhere: what was asked for is not replaced', () => {
    const env = { CHROME_PATH: '/opt/chrome', PATH: '/usr/bin' };
    expect(findChromium(env, having('/usr/bin/chromium'))).toBeUndefined();
  });

  it('is Chromium before Chrome, wherever on the path', () => {
    const env = { PATH: '/usr/local/bin::/usr/bin' };
    const isThere = having('/usr/local/bin/google-chrome', '/usr/bin/chromium');
    expect(findChromium(env, isThere)).toBe('/usr/bin/chromium');
  });

  it('is found among the applications, too', () => {
    const file = '/Applications/Chromium.app/Contents/MacOS/Chromium';
    expect(findChromium({}, having(file))).toBe(file);
  });

  it('is none where there is none', () => {
    expect(findChromium({ PATH: '/usr/bin' }, having())).toBeUndefined();
  });
});

describe('what can be run', () => {
  it('is a file with leave to, no folder and nothing that is not there', () => {
    expect(isExecutable(process.execPath)).toBe(true);
    expect(isExecutable('/')).toBe(false);
    expect(isExecutable('/no/such/file')).toBe(false);
  });
});
