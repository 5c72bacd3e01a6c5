import type { Codec } from '../codec.port.js';

/** JSON with one rule, for specs: a value may not say `invalid`. */
export const jsonCodec: Codec = {
  encode: (topic, value) => {
    check(topic, value);
    return Buffer.from(JSON.stringify(value));
  },
  decode: (topic, _version, bytes) => {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    check(topic, value);
    return value;
  },
  schemaVersion: () => '1',
};

function check(topic: string, value: unknown): void {
  if ((value as { invalid?: boolean }).invalid) throw new Error(`breaks the contract of ${topic}`);
}
