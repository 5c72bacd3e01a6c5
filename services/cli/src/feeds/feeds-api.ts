import { ask, authorized, bodyOf, type ServiceAnswer } from '../remote/call-service.js';
import { fetcherOf } from '../remote/services.js';
import type { CliConfig } from '../settings.js';
import type { FeedChange, FeedDetail, FeedImport, FeedProbe, FeedView } from './model.js';

/** What a feed is told to do. */
export type FeedVerb = 'pause' | 'resume' | 'stop' | 'poll';

/** Which feeds to list. */
export interface FeedFilter {
  readonly state?: string;
  readonly tag?: string;
  readonly q?: string;
}

/** A page of the list; the API gives at most as many. */
const PAGE = 1_000;
/** A probe waits for the host's turn, and then for the host. */
const PROBE_TIMEOUT_MS = 90_000;
/** An import writes row after row. */
const IMPORT_TIMEOUT_MS = 120_000;
const EXPORT_TIMEOUT_MS = 120_000;

/** The fetcher's feed calls. Each throws CliError with ERR_CLI_UNREACHABLE or the code of the answer. */
export class FeedsApi {
  constructor(private readonly config: CliConfig) {}

  add(url: string, change: FeedChange): Promise<FeedView> {
    return this.call('POST', 'v1/feeds', { url, ...change });
  }

  probe(url: string): Promise<FeedProbe> {
    return this.call('POST', 'v1/feeds/probe', { url }, PROBE_TIMEOUT_MS);
  }

  /** All feeds of the filter, by id, as they are asked for. */
  async *list(filter: FeedFilter, after = '', limit = PAGE): AsyncGenerator<FeedView> {
    for (let next: string | null = after; next !== null;) {
      const query = new URLSearchParams({
        limit: String(limit),
        ...(next === '' ? {} : { after: next }),
        ...filter,
      });
      const page: { feeds: readonly FeedView[]; next: string | null } = await this.call(
        'GET',
        `v1/feeds?${query}`,
      );
      yield* page.feeds;
      next = page.next;
    }
  }

  show(id: string): Promise<FeedDetail> {
    return this.call('GET', `v1/feeds/${id}`);
  }

  change(id: string, change: FeedChange): Promise<FeedView> {
    return this.call('PATCH', `v1/feeds/${id}`, change);
  }

  tell(id: string, verb: FeedVerb, reason: string | undefined): Promise<FeedView> {
    return this.call('POST', `v1/feeds/${id}/${verb}`, reason === undefined ? {} : { reason });
  }

  import(opml: string, change: Pick<FeedChange, 'tags' | 'priority'>): Promise<FeedImport> {
    return this.call('POST', 'v1/feeds/import', { opml, ...change }, IMPORT_TIMEOUT_MS);
  }

  async export(): Promise<string> {
    const answer = await this.ask('GET', 'v1/feeds/export', undefined, EXPORT_TIMEOUT_MS);
    if (answer.status === 200) return answer.text;
    return bodyOf<never>(fetcherOf(this.config), answer);
  }

  private async call<T>(
    method: string,
    path: string,
    body?: object,
    timeoutMs?: number,
  ): Promise<T> {
    return bodyOf<T>(fetcherOf(this.config), await this.ask(method, path, body, timeoutMs));
  }

  private ask(
    method: string,
    path: string,
    body?: object,
    timeoutMs?: number,
  ): Promise<ServiceAnswer> {
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    return ask(
      fetcherOf(this.config),
      path,
      {
        method,
        headers: { ...type, ...authorized(this.config) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      },
      timeoutMs,
    );
  }
}
