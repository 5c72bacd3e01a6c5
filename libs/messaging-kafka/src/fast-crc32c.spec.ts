import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { crc32c } from './fast-crc32c.js';

const theirs = createRequire(import.meta.url)('kafkajs/src/protocol/recordBatch/crc32C/crc32C') as (
  bytes: Uint8Array,
) => number;

describe('the checksum', () => {
  it.each([
    ['32 bytes of zeros', Buffer.alloc(32), 0x8a91_36aa],
    ['32 bytes of ones', Buffer.alloc(32, 0xff), 0x62a8_ab43],
    ['digits', Buffer.from('123456789'), 0xe306_9283],
    ['nothing', Buffer.alloc(0), 0],
  ])('is that of RFC 3720: %s', (_, bytes, expected) => {
    expect(crc32c(bytes)).toBe(expected);
  });

  it('is the one that kafkajs reckons, of any bytes at any offset', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(10), (bytes, from) => {
        const part = bytes.subarray(Math.min(from, bytes.length));
        expect(crc32c(part)).toBe(theirs(part));
      }),
      { seed: 1 },
    );
  });
});

describe('kafkajs', () => {
  it('writes its batches with it once there is a client', async () => {
    const door = new URL('../dist/kafka-client.js', import.meta.url).href;
    const ours = new URL('../dist/fast-crc32c.js', import.meta.url).href;
    const script = `
      import { createRequire } from 'node:module';
      import { kafkaClient } from '${door}';
      import { crc32c } from '${ours}';
      const require = createRequire('${door}');
      kafkaClient({ brokers: ['127.0.0.1:1'], clientId: 'spec' }, {});
      const isUnread = !Object.keys(require.cache).some((path) => path.includes('recordBatch/v0'));
      const used = require('kafkajs/src/protocol/recordBatch/crc32C');
      process.stdout.write(String(isUnread && used === crc32c));
    `;
    const args = ['--input-type=module', '--eval', script];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    expect(stdout).toBe('true');
  });
});
