export { toFeedparser, type FeedparserResult } from './result.js';
