export { Components } from './components.js';
export { slimmed } from './curation/slimmed.js';
export { successorsOf } from './curation/same-telling.js';
export {
  verdictsOf,
  type Retraction,
  type VerdictLink,
  type Verdicts,
} from './curation/verdicts.js';
export { canonicalise, type IncidentContent } from './incident/canonicalise.js';
export { changedFields } from './incident/changed-fields.js';
export { incidentIdOf } from './incident/incident-id.js';
export { succeed, type Former, type Succession, type Successor } from './incident/succession.js';
export { byToldAt, reports, toldAt, type Telling } from './incident/telling.js';
export { incidentJson, jsonBytes, trimIncident } from './incident/trim-incident.js';
export { keywordsOf } from './keywords/keywords-of.js';
export { cellsOf, type Cells } from './linking/cells.js';
export { crowdOf, leastLevel, levelOf } from './linking/delegates.js';
export { groupMentions, type GroupNode } from './linking/group-mentions.js';
export { LinkGraph } from './linking/link-graph.js';
export {
  tierOf,
  type ComparableMention,
  type LinkableMention,
  type Tier,
} from './linking/linkable.js';
export { candidatePairs, linkIncidents, type CandidatePair } from './linking/link-incidents.js';
export { LINK_THRESHOLD, scoreLink, type LinkScore } from './linking/score-link.js';
export { dayOf } from './linking/when-span.js';
export { byText } from './order.js';
export { clusterStories } from './story/cluster-stories.js';
export type { StoryArticle } from './story/story-article.js';
export { FINGERPRINT_SCHEME, fingerprint } from './syndication/fingerprint.js';
export { eventTimeOf, timeOf } from './syndication/event-time.js';
export { groupsOf, type Descendant } from './syndication/groups.js';
export { lshBands } from './syndication/lsh.js';
export { fmix32 } from './syndication/mix.js';
export { orderKey, orderSpan } from './syndication/order-key.js';
export { signatureOf, type Signable, type Signature } from './syndication/signature.js';
export { compareTexts, type Copying } from './syndication/similarity.js';
export { sourceOf, type Source } from './syndication/source.js';
export { BUCKET_DEPTH, placeOf, syndicate, type Syndication } from './syndication/syndicate.js';
