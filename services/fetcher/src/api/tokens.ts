/** Dependency-injection tokens of what is no class of its own. */
export const FETCHER = Symbol('fetcher');
export const PUSH_DOCUMENT = Symbol('push-document');
export const API_ACCESS = Symbol('api-access');
export const INITIAL_INTERVAL_MS = Symbol('initial-interval-ms');
