import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import type { SpanLine } from '@tocsin/telemetry';
import { readSpans } from './read-spans.js';

/** A collector for one spec: takes what exporters send by OTLP/HTTP and keeps the spans. */
export class OtlpReceiver {
  readonly spans: SpanLine[] = [];
  /** What could not be read, and was answered with 400. */
  readonly faults: unknown[] = [];
  /** Requests by path. */
  readonly requests = new Map<string, number>();

  private constructor(private readonly server: Server) {}

  /** Listens on a free port of loopback. */
  static async start(): Promise<OtlpReceiver> {
    const server = createServer();
    const receiver = new OtlpReceiver(server);
    server.on('request', (request, response) => {
      const path = request.url ?? '';
      receiver.requests.set(path, (receiver.requests.get(path) ?? 0) + 1);
      void buffer(request).then(
        (body) => {
          const isZipped = request.headers['content-encoding'] === 'gzip';
          response.statusCode = receiver.take(path, isZipped ? gunzipSync(body) : body) ? 200 : 400;
          response.end();
        },
        () => response.destroy(),
      );
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return receiver;
  }

  /** What `OTEL_EXPORTER_OTLP_ENDPOINT` has to be. */
  get endpoint(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  private take(path: string, body: Buffer): boolean {
    if (path !== '/v1/traces') return true;
    try {
      this.spans.push(...readSpans(body));
      return true;
    } catch (error) {
      this.faults.push(error);
      return false;
    }
  }
}
