import type { CliConfig } from '../settings.js';
import type { ServicePlace } from './call-service.js';

/** The services in the order in which data flows. */
export const servicesOf = (config: CliConfig): readonly ServicePlace[] => [
  fetcherOf(config),
  { name: 'extractor', url: config.extractorUrl, setting: 'TOCSIN_EXTRACTOR_URL' },
  deduplicatorOf(config),
  storeOf(config),
];

export const fetcherOf = ({ fetcherUrl: url }: CliConfig): ServicePlace => ({
  name: 'fetcher',
  url,
  setting: 'TOCSIN_FETCHER_URL',
});

export const deduplicatorOf = ({ deduplicatorUrl: url }: CliConfig): ServicePlace => ({
  name: 'deduplicator',
  url,
  setting: 'TOCSIN_DEDUPLICATOR_URL',
});

export const storeOf = ({ storeUrl: url }: CliConfig): ServicePlace => ({
  name: 'store',
  url,
  setting: 'TOCSIN_STORE_URL',
});
