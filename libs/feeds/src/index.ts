export { isGlobalUnicast } from './address/guard.js';
export { discoverFeeds, type CandidateKind, type FeedCandidate } from './discovery/feeds.js';
export { frontPageLinks, type FrontPageLink } from './discovery/front-page.js';
export { decodeText, type Decoded } from './feed/charset.js';
export {
  DEFAULT_FEED_LIMITS,
  FeedError,
  type FeedDocument,
  type FeedKind,
  type FeedLimits,
  type ParsedItem,
  type PollHints,
} from './feed/model.js';
export { parseFeed, type FeedSource } from './feed/parse.js';
export { freshnessMs } from './http/cache-freshness.js';
export { retryAfterMs } from './http/retry-after.js';
export {
  DEFAULT_OPML_LIMITS,
  OpmlError,
  type OpmlDocument,
  type OpmlFeed,
  type OpmlLimits,
  type OpmlRefusal,
} from './opml/model.js';
export { parseOpml } from './opml/parse.js';
export { renderOpml } from './opml/render.js';
export { parseRobots, ROBOTS_MAX_BYTES, type RobotsMatcher } from './robots/matcher.js';
export { sitemapsInRobots } from './robots/sitemaps.js';
export { robotsVerdict, type RobotsVerdict } from './robots/verdict.js';
export type { PollObservation } from './schedule/change-rate.js';
export {
  learnInterval,
  type ChangeHistory,
  type IntervalBounds,
  type IntervalHints,
  type LearnedInterval,
} from './schedule/learn-interval.js';
export {
  DEFAULT_SITEMAP_OPTIONS,
  SitemapError,
  type SitemapDocument,
  type SitemapErrorCode,
  type SitemapNews,
  type SitemapOptions,
  type SitemapReference,
  type SitemapUrl,
} from './sitemap/model.js';
export { parseSitemap, type SitemapSource } from './sitemap/parse.js';
export { urlId } from './url/id.js';
export { normaliseUrl } from './url/normalise.js';
export { sameSite } from './url/same-site.js';
