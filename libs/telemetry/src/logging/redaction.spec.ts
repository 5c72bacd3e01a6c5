import { describe, expect, it } from '@jest/globals';
import { REDACTED_PATHS, hideUrlCredentials } from './redaction.js';

describe('credentials inside a line', () => {
  it.each([
    ['postgres://u:p@h/d', 'postgres://[redacted]@h/d'],
    ['to https://token@h:1/x and back', 'to https://[redacted]@h:1/x and back'],
    ['{"a":"amqp://u:p%40x@h"}', '{"a":"amqp://[redacted]@h"}'],
  ])('%s are hidden', (line, shown) => {
    expect(hideUrlCredentials(line)).toBe(shown);
  });

  it.each([
    'https://example.org/path',
    'mail a@example.org',
    'https://example.org/@user/1',
    '{"url":"https://example.org","mail":"a@example.org"}',
  ])('%s is left alone', (line) => {
    expect(hideUrlCredentials(line)).toBe(line);
  });

  it('cost no more than the line is long', () => {
    const begin = performance.now();
    hideUrlCredentials('a://'.repeat(50_000));
    hideUrlCredentials('a'.repeat(200_000));
    expect(performance.now() - begin).toBeLessThan(1_000);
  });
});

describe('secret keys', () => {
  it('are known in three levels', () => {
    expect(REDACTED_PATHS).toEqual(
      expect.arrayContaining(['password', '*.password', '*.*.authorization']),
    );
  });
});
