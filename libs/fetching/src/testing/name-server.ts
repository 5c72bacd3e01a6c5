import { createSocket } from 'node:dgram';
import { atEnd } from './rough-server.js';

/** What a name server says of a name; null for nothing at all. */
export interface Zone {
  readonly a?: readonly string[] | null;
  /** Groups of four hexadecimal digits, all eight of them. */
  readonly aaaa?: readonly string[] | null;
  /** Another name for it, to which the addresses belong. */
  readonly cname?: string;
  /** RFC 1035, 4.1.1: 2 for a failure of the server, 3 for no such name, 5 for a refusal. */
  readonly rcode?: number;
  /** Milliseconds before it speaks of IPv6. */
  readonly slowAaaaMs?: number;
}

const A = 1;
const CNAME = 5;

const labels = (name: string) =>
  Buffer.concat([
    ...name.split('.').map((label) => Buffer.from([label.length, ...Buffer.from(label)])),
    Buffer.from([0]),
  ]);
const ipv4 = (address: string) => Buffer.from(address.split('.').map(Number));
const ipv6 = (address: string) => Buffer.from(address.replaceAll(':', ''), 'hex');

function record(name: Buffer, type: number, data: Buffer): Buffer {
  const fixed = Buffer.alloc(10);
  fixed.writeUInt16BE(type, 0);
  fixed.writeUInt16BE(1, 2);
  fixed.writeUInt32BE(0, 4);
  fixed.writeUInt16BE(data.length, 8);
  return Buffer.concat([name, fixed, data]);
}

/** The name and type that a query asks for, and where its question ends. */
function questionOf(query: Buffer) {
  const parts: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    parts.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: parts.join('.').toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 };
}

function reply(query: Buffer, zone: Zone): Buffer {
  const { name, type, end } = questionOf(query);
  const owner = labels(zone.cname ?? name);
  const data = type === A ? (zone.a ?? []).map(ipv4) : (zone.aaaa ?? []).map(ipv6);
  const records = [
    ...(zone.cname ? [record(labels(name), CNAME, owner)] : []),
    ...data.map((bytes) => record(owner, type, bytes)),
  ];
  const head = Buffer.alloc(12);
  query.copy(head, 0, 0, 2);
  head.writeUInt16BE(0x8180 | (zone.rcode ?? 0), 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(records.length, 6);
  return Buffer.concat([head, query.subarray(12, end), ...records]);
}

/** Starts a name server on loopback that knows these names; of others it says nothing. */
export async function nameServer(zones: Readonly<Record<string, Zone>>): Promise<string> {
  const socket = createSocket('udp4');
  const answers = new Set<NodeJS.Timeout>();
  socket.on('message', (query, { port, address }) => {
    const { name, type } = questionOf(query);
    const zone = zones[name];
    if (!zone || (type === A ? zone.a : zone.aaaa) === null) return;
    const wait = type === A ? 0 : (zone.slowAaaaMs ?? 0);
    answers.add(setTimeout(() => socket.send(reply(query, zone), port, address), wait));
  });
  await new Promise<void>((bound) => socket.bind(0, '127.0.0.1', bound));
  atEnd(() => {
    answers.forEach(clearTimeout);
    socket.close();
  });
  return `127.0.0.1:${socket.address().port}`;
}
