import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { stderrLog } from './stderr-log.js';

describe("the broker client's messages in the terminal", () => {
  let written: string[];
  let spy: ReturnType<typeof jest.spyOn>;

  beforeEach(() => {
    written = [];
    spy = jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
      written.push(String(text));
      return true;
    });
  });
  afterEach(() => void spy.mockRestore());

  it('show errors with their code', () => {
    stderrLog.error('ERR_KAFKA_CLIENT', 'the broker went away', {});
    expect(written).toEqual(['tocsin: the broker went away [ERR_KAFKA_CLIENT]\n']);
  });

  it('leave out the chatter of joining and leaving groups', () => {
    stderrLog.info('KAFKA_GROUP', 'joined', {});
    stderrLog.warn('KAFKA_GROUP', 'rebalancing', {});
    expect(written).toEqual([]);
  });
});
