/** One request as the farm saw it; times are milliseconds of one monotonic clock. */
export interface FarmRequest {
  readonly host: string;
  readonly path: string;
  readonly at: number;
  /** When the answer was complete, or the asker had gone; null while neither is so. */
  end: number | null;
  /** Requests of this host at that moment, this one included. */
  readonly together: number;
  readonly userAgent: string;
  readonly ifNoneMatch: string | null;
  readonly ifModifiedSince: string | null;
  /** What was sent back; null while nothing was, or when the asker had gone before. */
  answer: FarmAnswer | null;
}

export interface FarmAnswer {
  readonly status: number;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What a farm's log says of those who asked. */
export interface FarmSummary {
  readonly requests: number;
  /** Requests of pages: neither robots.txt nor a feed. */
  readonly pageRequests: number;
  readonly distinctPages: number;
  /** Most requests that one host had at the same time. */
  readonly mostTogether: number;
  /** Requests that came before the host had rested since the answer before. */
  readonly tooEarly: number;
}

/** A request that came too early, and the one that it should have kept away from. */
export interface EarlyRequest {
  readonly request: FarmRequest;
  readonly before: FarmRequest;
  /** Negative while the host was still answering. */
  readonly restedMs: number;
}

export const ROBOTS_PATH = '/robots.txt';
export const FEED_PATH = '/feed.xml';
export const isPage = (path: string): boolean => path !== ROBOTS_PATH && path !== FEED_PATH;

/** Everything that the hosts of a farm were asked, in order of arrival. */
export class FarmLog {
  readonly requests: FarmRequest[] = [];
  private readonly open = new Map<string, number>();
  private readonly pages = new Set<string>();

  /** How many pages were asked for, each counted once. */
  get distinctPages(): number {
    return this.pages.size;
  }

  begin(asked: Omit<FarmRequest, 'end' | 'together' | 'answer'>): FarmRequest {
    const together = (this.open.get(asked.host) ?? 0) + 1;
    this.open.set(asked.host, together);
    if (isPage(asked.path)) this.pages.add(asked.host + asked.path);
    const request: FarmRequest = { ...asked, end: null, together, answer: null };
    this.requests.push(request);
    return request;
  }

  /** @param answer null when the asker had gone before the answer was complete */
  finish(request: FarmRequest, at: number, answer: FarmAnswer | null): void {
    if (request.end !== null) return;
    request.end = at;
    request.answer = answer;
    this.open.set(request.host, (this.open.get(request.host) ?? 1) - 1);
  }

  /** Each host's requests, in order of arrival. */
  byHost(): Map<string, FarmRequest[]> {
    return Map.groupBy(this.requests, ({ host }) => host);
  }

  /** @param minDelayMs that a host must rest between the end of an answer and the next request */
  summary(minDelayMs: number): FarmSummary {
    return {
      requests: this.requests.length,
      pageRequests: this.requests.filter(({ path }) => isPage(path)).length,
      distinctPages: this.pages.size,
      mostTogether: this.requests.reduce((most, { together }) => Math.max(most, together), 0),
      tooEarly: this.tooEarly(minDelayMs).length,
    };
  }

  /** Requests that came while the host was still answering, or before it had rested for so long. */
  tooEarly(minDelayMs: number): EarlyRequest[] {
    return [...this.byHost().values()].flatMap((requests) =>
      requests.flatMap((request, i) => {
        const before = requests[i - 1];
        if (!before) return [];
        const restedMs = request.at - (before.end ?? Infinity);
        return restedMs < minDelayMs ? [{ request, before, restedMs }] : [];
      }),
    );
  }
}
