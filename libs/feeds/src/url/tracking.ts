/**
 * Query parameters that tell a publisher where a reader came from and never which page is meant.
 * Only names that their owners document as such, or that browsers are documented to strip: a wrong
 * entry would merge two different pages. Names that other programs use for something else (`ref`,
 * `source`, `cid`, `sid`) stay, whoever tracks with them.
 */
const TRACKERS: ReadonlySet<string> = new Set(
  [
    // Google Ads, Campaign Manager, Merchant Center, Analytics' cross-domain linker.
    'gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid srsltid _ga _gl',
    // Meta: click id, and what Open Graph actions added.
    'fbclid fb_action_ids fb_action_types fb_source fb_ref igshid igsh',
    // Microsoft, Yandex (also openstat), X, TikTok, LinkedIn, Pinterest, Snap, Reddit, Quora.
    'msclkid yclid ymclid ysclid _openstat twclid ttclid li_fat_id epik sccid rdt_cid qclid',
    // Mail: Mailchimp, Marketo, Vero, Drip, Klaviyo, MailerLite, dotdigital, ActiveCampaign.
    'mc_cid mc_eid mkt_tok vero_id vero_conv __s _kx ml_subscriber ml_subscriber_hash dm_i vgo_ee',
    // HubSpot: links in mail, cookies carried between domains, ads.
    '_hsenc _hsmi __hssc __hstc __hsfp hsctatracking',
    'hsa_acc hsa_cam hsa_grp hsa_ad hsa_src hsa_tgt hsa_kw hsa_mt hsa_net hsa_ver',
    // Omeda (Olytics), Branch, Outbrain, Taboola, Impact, CJ, Awin.
    'oly_anon_id oly_enc_id _branch_match_id _branch_referrer dicbo tblci irclickid cjevent awc',
    // Adobe: Advertising's two ids, the Experience Cloud's visitor between domains.
    'ef_id s_kwcid adobe_mc adobe_mc_ref adobe_mc_sdid',
    // Webtrends, comScore, AT Internet (`at_` is matched as a whole), CMP ids of news sites.
    'wt.mc_id wt.mc_ev ns_campaign ns_mchannel ns_source ns_linkname ns_fee xtor cmpid',
    // Matomo, and Piwik that it was; its other prefixes are matched as a whole.
    'pk_campaign pk_kwd pk_keyword pk_source pk_medium pk_content pk_cid',
    'piwik_campaign piwik_kwd piwik_keyword matomo_campaign matomo_kwd matomo_keyword',
  ].flatMap((names) => names.split(' ')),
);

/** Google Analytics' Urchin tags, Matomo's, AT Internet's (Piano): whoever owns the prefix adds names. */
const PREFIXES = ['utm_', 'mtm_', 'at_'] as const;

/** Whether a query parameter of this name only tracks. */
export function isTracker(name: string): boolean {
  const lower = name.toLowerCase();
  return TRACKERS.has(lower) || PREFIXES.some((prefix) => lower.startsWith(prefix));
}
