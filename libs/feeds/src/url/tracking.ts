/**
 * Query parameters that tell a publisher where a reader came from and never which page is meant.
 * Only names that are documented as trackers: a wrong entry would merge two different pages.
 */
const TRACKERS = new Set([
  'fbclid',
  'gclid',
  'gclsrc',
  'dclid',
  'gbraid',
  'wbraid',
  'msclkid',
  'yclid',
  'twclid',
  'ttclid',
  'li_fat_id',
  'igshid',
  'mc_cid',
  'mc_eid',
  'mkt_tok',
  '_ga',
  '_gl',
  '_hsenc',
  '_hsmi',
  '__hssc',
  '__hstc',
  '__hsfp',
  'vero_id',
  'oly_anon_id',
  'oly_enc_id',
  'cmpid',
  'at_medium',
  'at_campaign',
  'ns_campaign',
  'ns_mchannel',
  'ns_source',
]);

/** Whether a query parameter of this name only tracks. */
export function isTracker(name: string): boolean {
  const lower = name.toLowerCase();
  return lower.startsWith('utm_') || TRACKERS.has(lower);
}
