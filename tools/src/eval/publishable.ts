import type { Mention } from '@tocsin/contracts';

/** Whether a mention may be published: what it tells happened or was tried, and is what the article reports. */
export const isPublishable = ({ kind, realis, background }: Mention): boolean =>
  kind === 'incident' && !background && (realis === 'actual' || realis === 'attempted');
