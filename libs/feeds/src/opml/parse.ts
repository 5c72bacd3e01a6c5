import { parseOpml as readOpml } from 'feedsmith';
import { decodeText } from '../feed/charset.js';
import { plainText, webUrl } from '../feed/clean.js';
import { FeedError } from '../feed/model.js';
import { repairXml } from '../feed/xml/repair.js';
import { feedAddress } from '../url/feed-address.js';
import { normaliseUrl } from '../url/normalise.js';
import {
  DEFAULT_OPML_LIMITS,
  OpmlError,
  type OpmlDocument,
  type OpmlFeed,
  type OpmlLimits,
  type OpmlRefusal,
} from './model.js';
import { categoriesOf, cleanTag } from './tags.js';

const MAX_TITLE_CHARS = 1000;
const MAX_REFUSED_CHARS = 2000;

interface Outline {
  readonly text?: string;
  readonly title?: string;
  readonly type?: string;
  readonly category?: string;
  readonly xmlUrl?: string;
  readonly htmlUrl?: string;
  readonly url?: string;
  readonly outlines?: readonly Outline[];
}

interface RawOpml {
  readonly head?: { readonly title?: string };
  readonly body?: { readonly outlines?: readonly Outline[] };
}

function read(text: string, maxDepth: number): RawOpml {
  try {
    const { xml } = repairXml(text, maxDepth);
    // The parser calls a list without a single outline malformed; it is only empty.
    if (/^\s*<opml[\s/>]/i.test(xml) && !/<outline[\s/>]/i.test(xml)) return {};
    return readOpml(xml) as RawOpml;
  } catch (cause) {
    if (cause instanceof FeedError && cause.code === 'ERR_FEED_TOO_DEEP')
      throw new OpmlError('ERR_OPML_TOO_DEEP', cause.message, { cause });
    throw new OpmlError('ERR_OPML_UNRECOGNISED', 'This is no OPML.', { cause });
  }
}

/** Some programs write the address of a feed as `url`, which otherwise is that of a page. */
function addressOf({ xmlUrl, url, type }: Outline): string | undefined {
  return xmlUrl ?? (/^(rss|atom)$/i.test(type ?? '') ? url : undefined);
}

const nameOf = ({ title, text }: Outline) =>
  plainText(title, MAX_TITLE_CHARS) ?? plainText(text, MAX_TITLE_CHARS);

class Collector {
  readonly refused: OpmlRefusal[] = [];
  truncated = false;
  private readonly byId = new Map<string, { feed: OpmlFeed; tags: Set<string> }>();
  private seen = 0;

  constructor(private readonly maxOutlines: number) {}

  /** Feeds of one folder, then of those within it. */
  walk(outlines: readonly Outline[], path: string): void {
    for (const outline of outlines) {
      if (++this.seen > this.maxOutlines) {
        this.truncated = true;
        return;
      }
      const address = addressOf(outline);
      if (address !== undefined) this.add(outline, address, path);
      const name = cleanTag((nameOf(outline) ?? '').replaceAll('/', ' '));
      // What lies below a feed is not in a folder of that name.
      const inner = address === undefined ? cleanTag(`${path}/${name}`) : path;
      this.walk(outline.outlines ?? [], inner);
    }
  }

  get feeds(): OpmlFeed[] {
    return [...this.byId.values()].map(({ feed, tags }) => ({ ...feed, tags: [...tags] }));
  }

  private add(outline: Outline, address: string, path: string): void {
    const url = feedAddress(address);
    const id = url && normaliseUrl(url);
    if (!url || !id) {
      const reason = 'This is no absolute http or https address.';
      const shown = address.slice(0, MAX_REFUSED_CHARS);
      this.refused.push({ url: shown, code: 'ERR_OPML_NOT_WEB', reason });
      return;
    }
    const known = this.byId.get(id);
    const tags = known?.tags ?? new Set<string>();
    for (const tag of [path, ...categoriesOf(outline.category)]) if (tag !== '') tags.add(tag);
    const feed: OpmlFeed = {
      url: known?.feed.url ?? url,
      title: known?.feed.title ?? nameOf(outline),
      siteUrl: known?.feed.siteUrl ?? webUrl(outline.htmlUrl, undefined),
      tags: [],
    };
    this.byId.set(id, { feed, tags });
  }
}

/**
 * Reads a subscription list (OPML 1.0 and 2.0, http://opml.org/spec2.opml) as programs write it:
 * attributes in any case, malformed XML mended, any encoding. Folders and categories become tags.
 *
 * @throws OpmlError when the bytes are no such list
 */
export function parseOpml(
  bytes: Uint8Array,
  limits: OpmlLimits = DEFAULT_OPML_LIMITS,
): OpmlDocument {
  const { head, body } = read(decodeText(bytes, null).text, limits.maxDepth);
  const collector = new Collector(limits.maxOutlines);
  collector.walk(body?.outlines ?? [], '');
  const { feeds, refused, truncated } = collector;
  return { title: plainText(head?.title, MAX_TITLE_CHARS), feeds, refused, truncated };
}
