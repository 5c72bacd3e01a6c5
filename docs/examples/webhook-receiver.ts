/**
 * Takes webhooks and checks their signatures. Needs Node.js 22.18 or newer and `npm install standardwebhooks`.
 *
 *   WEBHOOK_SECRET=whsec_… PORT=8090 node webhook-receiver.ts
 *
 * Prints one JSON line for each message that it takes.
 */
import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';

const { WEBHOOK_SECRET = '', PORT = '8090', HOST = '127.0.0.1' } = process.env;
const webhook = new Webhook(WEBHOOK_SECRET);
const MAX_BYTES = 2 * 1024 * 1024;

interface Message {
  readonly type: string;
  readonly timestamp: string;
  readonly data: { readonly incident?: { readonly incidentId: string; readonly revision: number } };
}

/** Ids of messages that came: the same one may come again. Keep them where they outlive a restart. */
const seen = new Set<string>();

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) request.destroy();
    else chunks.push(chunk);
  });
  request.on('end', () => {
    // The bytes as they came: JSON that was parsed and written anew has another signature.
    const body = Buffer.concat(chunks).toString('utf8');
    try {
      // Throws for a wrong signature and for a time more than five minutes off.
      const message = webhook.verify(body, request.headers as Record<string, string>) as Message;
      const id = String(request.headers['webhook-id']);
      if (!seen.has(id)) console.log(JSON.stringify({ id, message }));
      seen.add(id);
      // Answer soon, work later: after 15 s the message counts as failed and comes again.
      response.writeHead(204).end();
    } catch {
      response.writeHead(401).end('the signature is wrong');
    }
  });
});
server.listen(Number(PORT), HOST, () => {
  const { port } = server.address() as { port: number };
  console.log(JSON.stringify({ listening: `http://${HOST}:${port}/` }));
});
process.once('SIGTERM', () => server.close(() => process.exit()));
