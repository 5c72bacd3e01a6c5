export { FINGERPRINT_SCHEME, fingerprint } from './syndication/fingerprint.js';
