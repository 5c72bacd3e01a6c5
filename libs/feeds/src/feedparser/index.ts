export { answerCase, type FeedparserCase } from './case.js';
export { toFeedparser, type FeedparserResult } from './result.js';
