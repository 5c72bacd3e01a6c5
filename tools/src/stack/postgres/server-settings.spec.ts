import { describe, expect, it } from '@jest/globals';
import { operatorSettings } from './server-settings.js';

describe('what operators set', () => {
  const settings = new Map(
    operatorSettings(16 * 1024 ** 3).map((setting) => setting.split('=') as [string, string]),
  );

  it('is for the memory that there is, and as the file has it for the memory that it names', () => {
    expect(settings.get('shared_buffers')).toBe('4096MB');
    expect(settings.get('effective_cache_size')).toBe('12288MB');
    expect(operatorSettings(8 * 1024 ** 3)).toContain('shared_buffers=2048MB');
  });

  it('loses nothing that was committed', () => {
    expect(settings.size).toBeGreaterThan(3);
    for (const name of ['fsync', 'full_page_writes', 'synchronous_commit']) {
      expect(settings.has(name)).toBe(false);
    }
  });
});
