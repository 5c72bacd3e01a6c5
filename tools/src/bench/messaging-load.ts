import type { OutgoingRecord } from '@tocsin/messaging';

const WORDS = 'police fire river market strike border court bridge school harbour'.split(' ');

/** A 2 KB JSON value whose text differs from record to record; the same for the same index. */
export function load(topic: string, index: number, sampledShare: number): OutgoingRecord {
  let seed = index * 2_654_435_761 + 1;
  const next = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648);
  const sentence = () =>
    Array.from({ length: 12 }, () => `${WORDS[next() % WORDS.length]}${next() % 100}`).join(' ');
  const paragraphs = Array.from({ length: 22 }, sentence);
  const isSampled = index % Math.round(1 / sampledShare) === 0;
  const trace = (index + 1).toString(16).padStart(32, '0');
  return {
    topic,
    key: `article-${index}`,
    value: Buffer.from(JSON.stringify({ id: index, paragraphs }).slice(0, 2_046) + '"]}'),
    headers: {
      'schema-version': '1',
      'content-type': 'application/json',
      traceparent: `00-${trace}-${trace.slice(16)}-0${isSampled ? 1 : 0}`,
    },
  };
}
