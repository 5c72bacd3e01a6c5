import type { CliConfig } from '../settings.js';
import type { ServicePlace } from './call-service.js';

/** The services in the order in which data flows. */
export const servicesOf = (config: CliConfig): readonly ServicePlace[] => [
  fetcherOf(config),
  { name: 'extractor', url: config.extractorUrl, setting: 'TOCSIN_EXTRACTOR_URL' },
  { name: 'deduplicator', url: config.deduplicatorUrl, setting: 'TOCSIN_DEDUPLICATOR_URL' },
  storeOf(config),
];

export const fetcherOf = ({ fetcherUrl: url }: CliConfig): ServicePlace => ({
  name: 'fetcher',
  url,
  setting: 'TOCSIN_FETCHER_URL',
});

export const storeOf = ({ storeUrl: url }: CliConfig): ServicePlace => ({
  name: 'store',
  url,
  setting: 'TOCSIN_STORE_URL',
});
