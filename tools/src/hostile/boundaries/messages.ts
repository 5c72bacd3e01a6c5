import { type TopicContract, type TopicName, topics } from '@tocsin/contracts';
import { contractCodec } from '@tocsin/messaging';
import { type Boundary, promise } from '../boundary.js';

const VERSIONS = Object.values<TopicContract>(topics).flatMap(({ name, versions }) =>
  versions.map(({ version }) => ({ topic: name as TopicName, version: String(version) })),
);
const CURRENT = new Map(VERSIONS.map(({ topic, version }) => [topic, version]));

/** What every consumer reads of Kafka, by every contract and version at once. */
export const MESSAGES: Boundary = {
  name: 'message',
  description: "a record's bytes by every topic and version",
  codes: ['POISON', 'SCHEMA'],
  pieces: [
    '{"__proto__":{"a":1}}',
    '"constructor":{"prototype":null},',
    '[[[[[[[[',
    '{"a":',
    '"\\ud800"',
    '\\u0000',
    '1e309',
    '-0',
    '12345678901234567890.10',
    'null',
    'true,',
    '"version":-1,',
    '"articleId":"",',
    '\u0000',
    '\ufeff',
  ],
  read(input) {
    const accepted = VERSIONS.filter(({ topic, version }) => isAccepted(topic, version, input));
    const [first] = accepted;
    if (first === undefined) throw refusal(isJson(input) ? 'SCHEMA' : 'POISON');
    return first.topic;
  },
};

/** Whether a topic takes it; what it takes must survive being written and read again. */
function isAccepted(topic: TopicName, version: string, input: Buffer): boolean {
  let value: unknown;
  try {
    value = contractCodec.decode(topic, version, input);
  } catch (error) {
    const isRefusal =
      error instanceof SyntaxError ||
      (error as { code?: unknown }).code === 'ERR_CONTRACT_VIOLATION';
    if (isRefusal) return false;
    throw error;
  }
  const again = contractCodec.encode(topic, value);
  const same = contractCodec.decode(topic, CURRENT.get(topic) ?? version, again);
  promise(JSON.stringify(same) === JSON.stringify(value), 'a value is the same when read again');
  return true;
}

function isJson(input: Buffer): boolean {
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(input));
    return true;
  } catch {
    return false;
  }
}

const refusal = (code: string) => Object.assign(new Error('no topic takes it'), { code });
