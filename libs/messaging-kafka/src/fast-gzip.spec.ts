import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import kafkajs from 'kafkajs';
import { useFastGzip } from './fast-gzip.js';

interface Codec {
  compress(encoder: { buffer: Buffer }): Promise<Buffer>;
  decompress(buffer: Buffer): Promise<Buffer>;
}
const news = Buffer.from(
  JSON.stringify(Array.from({ length: 200 }, (_, n) => ({ n, text: 'killed' }))),
);
let codec: Codec;
beforeAll(() => {
  useFastGzip();
  codec = (kafkajs.CompressionCodecs[kafkajs.CompressionTypes.GZIP] as () => Codec)();
});

describe('the codec of kafkajs', () => {
  it('packs what any reader of gzip unpacks', async () => {
    const packed = await codec.compress({ buffer: news });
    expect(packed.length).toBeLessThan(news.length / 3);
    expect(gunzipSync(packed)).toEqual(news);
  });

  it('unpacks what any other producer has packed', async () => {
    expect(await codec.decompress(gzipSync(news, { level: 9 }))).toEqual(news);
  });
});
