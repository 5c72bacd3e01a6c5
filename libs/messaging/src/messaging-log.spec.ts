import { describe, expect, it } from '@jest/globals';
import { messagingLog } from './messaging-log.js';

describe('a line of the messaging layer', () => {
  it.each(['info', 'warn', 'error'] as const)('keeps its level (%s), code and fields', (level) => {
    const lines: unknown[] = [];
    const write = (name: string) => (fields: object, message: string) =>
      lines.push([name, fields, message]);
    const logger = { info: write('info'), warn: write('warn'), error: write('error') };
    messagingLog(logger)[level]('FUSE_BLOWN', 'The fuse blew.', { partition: 3 });
    expect(lines).toEqual([[level, { code: 'FUSE_BLOWN', partition: 3 }, 'The fuse blew.']]);
  });
});
