import { afterEach, describe, expect, it } from '@jest/globals';
import { trustWorker } from './trusted-worker.js';

const globals = globalThis as Record<string, unknown>;
let policy: { name: string; createScriptURL: (url: string) => string };

function browser(trustedTypes?: object): void {
  globals['location'] = { href: 'http://console.example/' };
  globals['window'] = trustedTypes ? { trustedTypes } : {};
}
afterEach(() => {
  delete globals['location'];
  delete globals['window'];
});

describe('starting a worker by its address', () => {
  it("is allowed for the map's own and for no other", () => {
    browser({
      createPolicy: (name: string, rules: Omit<typeof policy, 'name'>) => {
        policy = { name, ...rules };
      },
    });
    trustWorker('/assets/worker-1.mjs');
    expect(policy.name).toBe('default');
    const own = 'http://console.example/assets/worker-1.mjs';
    expect(policy.createScriptURL(own)).toBe(own);
    for (const other of [
      '/assets/worker-2.mjs',
      'https://evil.example/assets/worker-1.mjs',
      'data:,x',
    ]) {
      expect(() => policy.createScriptURL(other)).toThrow('is not the map');
    }
  });

  it('needs nothing where the browser knows no such policies', () => {
    browser();
    expect(() => trustWorker('/assets/worker-1.mjs')).not.toThrow();
  });
});
