import { EventEmitter } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { logWarnings } from './log-warnings.js';

describe('warnings of Node.js', () => {
  it('are lines of the log, and nothing beside it', () => {
    const host = new EventEmitter();
    const printed: unknown[] = [];
    host.on('warning', (warning) => printed.push(warning));
    const lines: unknown[] = [];
    logWarnings({ warn: (fields, message) => lines.push([fields, message]) }, host);
    const warning = Object.assign(new Error('-7 is negative.'), { name: 'TimeoutNegativeWarning' });
    host.emit('warning', warning);
    host.emit('warning', Object.assign(new Error('old'), { code: 'DEP0001' }));
    expect(lines).toEqual([
      [{ code: 'TimeoutNegativeWarning' }, '-7 is negative.'],
      [{ code: 'DEP0001' }, 'old'],
    ]);
    expect(printed).toEqual([]);
  });
});
