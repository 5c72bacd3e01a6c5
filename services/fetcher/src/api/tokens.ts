/** Dependency-injection tokens of what is no class of its own. */
export const FEEDS = Symbol('feeds');
export const PROBE = Symbol('probe');
export const FRONTIER = Symbol('frontier');
export const KEPT = Symbol('kept');
export const PUSH_DOCUMENT = Symbol('push-document');
