import { createSocket } from 'node:dgram';
import { createServer, type AddressInfo } from 'node:net';
import { AddressPolicy } from '../http/address-policy.js';
import { atEnd } from './rough-server.js';

/** Listens on loopback, for anyone who should not come by. */
export interface Canary {
  readonly port: number;
  /** Connections accepted and packets received, by local address. */
  readonly sightings: readonly string[];
}

/** On these, on the same port, for TCP and UDP. */
export const CANARY_ADDRESSES = ['127.0.0.1', '127.0.0.2', '127.255.255.254', '::1'];

const tcp = (address: string, port: number, sightings: string[]) =>
  new Promise<number>((listening, failed) => {
    const server = createServer((socket) => {
      sightings.push(`tcp ${address}`);
      socket.on('error', () => undefined);
      atEnd(() => socket.destroy());
      socket.on('data', () => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfine'));
    });
    server.once('error', failed);
    server.listen(port, address, () => listening((server.address() as AddressInfo).port));
    atEnd(() => server.close());
  });

const udp = (address: string, port: number, sightings: string[]) =>
  new Promise<void>((listening, failed) => {
    const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4');
    socket.on('message', () => sightings.push(`udp ${address}`)).once('error', failed);
    socket.bind(port, address, listening);
    atEnd(() => socket.close());
  });

export async function canary(): Promise<Canary> {
  const sightings: string[] = [];
  const [first = '', ...others] = CANARY_ADDRESSES;
  const port = await tcp(first, 0, sightings);
  await udp(first, port, sightings);
  for (const address of others) {
    await tcp(address, port, sightings);
    await udp(address, port, sightings);
  }
  return { port, sightings };
}

/** Lets every port pass, so that only the rules for addresses stand between us and the canary. */
export class AnyPort extends AddressPolicy {
  override check(url: URL): void {
    if (this.isException(url.hostname, url.port)) return;
    const portless = new URL(url);
    portless.port = '';
    super.check(portless);
  }
}
