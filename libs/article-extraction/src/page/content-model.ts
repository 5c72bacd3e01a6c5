const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that never have content. */
export const VOID = set('area base br col embed hr img input link meta param source track wbr');

/** Elements whose content is no text of the page. */
export const DROPPED = set(
  'script style svg noscript template iframe object canvas select textarea button audio math noembed noframes map',
);

/** Elements, of those that are kept, in whose text an entity stands for nothing but itself. */
export const RAW_TEXT = set('xmp plaintext');

/** What may stand in `head`; anything else begins the body. */
export const IN_HEAD = set('title meta link base basefont bgsound');

/** Start tags that end an open paragraph (HTML standard, "in body": closes a p element in button scope). */
export const CLOSES_PARAGRAPH = set(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 header hgroup hr li dd dt main menu nav ol p pre section summary table ul',
);

/** The standard's special elements: an end tag of an ordinary element does not reach beyond one of them. */
export const SPECIAL = new Set([
  ...CLOSES_PARAGRAPH,
  ...set('body caption colgroup head html tbody td tfoot th thead tr video'),
]);

/** Elements that end tags of what stands in them do not reach beyond. */
export const SCOPE = set('table td th caption html');

/** Elements that are part of a table: their end tags reach out of its cells, though not out of the table. */
export const PARTS_OF_TABLE = set('td th tr caption tbody thead tfoot');

const GROUP_ENDS = { ends: set('tbody thead tfoot caption colgroup'), within: set('table') };

/** For start tags whose own kind may be left open: what they end, and what they do not look beyond. */
export const IMPLIED_ENDS: ReadonlyMap<
  string,
  { readonly ends: ReadonlySet<string>; readonly within: ReadonlySet<string> }
> = new Map([
  ['li', { ends: set('li'), within: set('ul ol menu table td th') }],
  ['dd', { ends: set('dd dt'), within: set('dl table td th') }],
  ['dt', { ends: set('dd dt'), within: set('dl table td th') }],
  ['td', { ends: set('td th'), within: set('tr table') }],
  ['th', { ends: set('td th'), within: set('tr table') }],
  ['tr', { ends: set('tr'), within: set('table') }],
  ['tbody', GROUP_ENDS],
  ['thead', GROUP_ENDS],
  ['tfoot', GROUP_ENDS],
]);

/** The attributes that are evidence; others are not even read. */
export const KEPT_ATTRIBUTES = set(
  'id class href src srcset data-src data-lazy-src data-original data-srcset content name property itemprop itemtype ' +
    'itemscope datetime rel alt lang dir role style hidden aria-hidden aria-label aria-modal pubdate title type ' +
    'http-equiv data-testid data-component data-type data-timestamp data-date data-datetime data-published open width height',
);
