import { describe, expect, it } from '@jest/globals';
import { provideChromium, type ChromiumNeeds } from './provide-chromium.js';

/** A machine of its own: what is on it, and what its package manager does. */
function machine(files: string[], options: Partial<ChromiumNeeds> & { brings?: string } = {}) {
  const commands: string[] = [];
  const needs: ChromiumNeeds = {
    env: { PATH: '/usr/bin' },
    isRoot: true,
    progress: () => {},
    isThere: (file) => files.includes(file),
    run: async (command, args) => {
      commands.push([command, ...args].join(' '));
      if (args[0] === 'install' && options.brings) files.push(options.brings);
      return true;
    },
    ...options,
  };
  return { commands, provided: provideChromium(needs) };
}

const APT = '/usr/bin/apt-get';
const missing = { code: 'ERR_TEST_BROWSER_MISSING', exitCode: 3 };

describe('providing a browser', () => {
  it('installs nothing where there is one', async () => {
    const { commands, provided } = machine(['/usr/bin/chromium', APT]);
    expect(await provided).toBe('/usr/bin/chromium');
    expect(commands).toEqual([]);
  });

  it("installs Debian's as root", async () => {
    const { commands, provided } = machine([APT], { brings: '/usr/bin/chromium' });
    expect(await provided).toBe('/usr/bin/chromium');
    expect(commands).toEqual([
      `${APT} update -q`,
      `${APT} install -y --no-install-recommends chromium`,
    ]);
  });

  it('says what to install where it may not or can not', async () => {
    const others = [machine([APT], { isRoot: false }), machine([]), machine([APT])];
    for (const { provided } of others) {
      await expect(provided).rejects.toMatchObject(missing);
      await expect(provided).rejects.toThrow(/apt-get install chromium.*CHROME_PATH/s);
    }
    expect(others[0]!.commands).toEqual([]);
  });

  it('does not install another than the one that was asked for', async () => {
    const env = { CHROME_PATH: '/opt/chrome', PATH: '/usr/bin' };
    const { commands, provided } = machine([APT], { env, brings: '/usr/bin/chromium' });
    await expect(provided).rejects.toThrow('CHROME_PATH is /opt/chrome');
    expect(commands).toEqual([]);
  });
});
