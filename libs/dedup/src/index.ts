export { clusterStories, type StoryArticle } from './story/cluster-stories.js';
export { StoryClusterer } from './story/story-clusterer.js';
export { FINGERPRINT_SCHEME, fingerprint } from './syndication/fingerprint.js';
export { lshBands } from './syndication/lsh.js';
export { containment, isCopy, jaccard } from './syndication/similarity.js';
export { syndicate, type SignedArticle, type Syndication } from './syndication/syndicate.js';
