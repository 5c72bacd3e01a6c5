import { histogram } from '../catalogue/instruments.js';

interface AnsweredRequest {
  readonly method: string;
  readonly routeOptions: { readonly url?: string };
}
interface Answer {
  readonly statusCode: number;
  /** Milliseconds. */
  readonly elapsedTime: number;
}

/** As much of Fastify as is asked here. */
export interface CallHooks {
  addHook(
    name: 'onResponse',
    hook: (request: AnsweredRequest, reply: Answer, done: () => void) => void,
  ): unknown;
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
/** Whatever no route answers: its path is the caller's invention and would be a series of its own. */
const NO_ROUTE = 'none';

/** Measures every call that a service answers, by its route as it is declared. */
export function observeCalls(server: CallHooks): void {
  const duration = histogram('http.server.request.duration');
  server.addHook('onResponse', ({ method, routeOptions }, { statusCode, elapsedTime }, done) => {
    duration.record(elapsedTime / 1_000, {
      'http.request.method': METHODS.has(method) ? method : '_OTHER',
      'http.route': routeOptions.url ?? NO_ROUTE,
      'http.response.status_code': statusCode,
      'url.scheme': 'http',
    });
    done();
  });
}
