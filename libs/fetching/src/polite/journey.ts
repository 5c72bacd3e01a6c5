import { FetchFailure } from '../outcome/fetch-failure.js';

/** Redirects that ask to be remembered (RFC 9110, 15.4.2 and 15.4.9). */
const PERMANENT = new Set([301, 308]);

/** The way from a URL to where its redirects lead. */
export class Journey {
  hops = 0;
  permanentUrl: string | null = null;
  private permanent = true;

  constructor(
    public at: URL,
    private readonly maxRedirects: number,
  ) {}

  /**
   * @param status that the redirect came with
   * @throws FetchFailure ERR_FETCH_REDIRECTS when the way gets too long
   */
  follow(target: URL, status: number): void {
    if (this.hops === this.maxRedirects)
      throw new FetchFailure('ERR_FETCH_REDIRECTS', `More than ${this.maxRedirects} redirects.`);
    this.hops += 1;
    this.at = target;
    // What lies behind a temporary hop may be elsewhere tomorrow.
    this.permanent &&= PERMANENT.has(status);
    if (this.permanent) this.permanentUrl = target.href;
  }
}
