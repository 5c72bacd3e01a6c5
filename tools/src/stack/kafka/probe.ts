import { connect } from 'node:net';

/** API key 18, version 0: the one request that every Kafka answers before any other. */
const API_VERSIONS_REQUEST = Buffer.from([0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 1, 0xff, 0xff]);

/**
 * Whether a Kafka broker answers at `host:port`. An open port is not enough: the answer must carry
 * the request's correlation id and no error.
 */
export function brokerAnswers(broker: string, timeoutMs: number): Promise<boolean> {
  const separator = broker.lastIndexOf(':');
  const host = broker.slice(0, separator);
  const port = Number(broker.slice(separator + 1));
  return new Promise((resolve) => {
    if (!host || !Number.isInteger(port) || port < 1 || port > 65_535) return resolve(false);
    let answer = Buffer.alloc(0);
    const socket = connect({ host, port });
    const settle = (answers: boolean) => {
      socket.destroy();
      resolve(answers);
    };
    socket.setTimeout(timeoutMs, () => settle(false));
    socket.once('error', () => settle(false));
    socket.once('close', () => settle(false));
    socket.once('connect', () => socket.write(API_VERSIONS_REQUEST));
    socket.on('data', (chunk) => {
      answer = Buffer.concat([answer, chunk]);
      if (answer.length >= 10) settle(isAnswer(answer));
    });
  });
}

/** Four bytes of length, the correlation id, a two-byte error code. */
function isAnswer(bytes: Buffer): boolean {
  return bytes.readInt32BE(4) === 1 && bytes.readInt16BE(8) === 0;
}
