import { parsePage } from '../../page/parse-page.js';
import { elementsIn, textOf } from '../../page/page-element.js';
import { gatherSignals } from '../gather-signals.js';
import type { PageSignals } from '../page-signals.js';

/** Headlines as they stand on the front pages of one day, each with its standfirst. */
export const NEWS: readonly (readonly [headline: string, standfirst: string])[] = [
  [
    'Harbour strike enters its third week as talks stall',
    'Dockers and owners blamed each other on Monday for the failure of the latest round.',
  ],
  [
    'Two killed as bridge gives way in northern valley',
    'The bridge had been closed to lorries since the spring, the mayor said.',
  ],
  [
    'Ministers agree on water plan after night of talks',
    'Farmers will have to report what they pump from January.',
  ],
  [
    'Rare owl seen on island for the first time since 1931',
    'Birdwatchers came by the boatload to hear it call at dusk.',
  ],
  [
    'Court orders inquiry into prison fire to be reopened',
    'Families of the nine who died had waited for the ruling for six years.',
  ],
  [
    'Fuel prices fall for a fourth week, driving clubs say',
    'A litre of petrol cost three cents less than on the first of the month.',
  ],
  [
    'Opposition leader freed after eleven months in custody',
    'Crowds met her outside the gates with flowers and drums.',
  ],
  [
    'School buses to run on hydrogen from next autumn',
    'The county has ordered forty of them for eleven million.',
  ],
  [
    'Flood warning lifted for towns along the lower river',
    'The gauge fell below the mark of six metres shortly before noon.',
  ],
  [
    'Cyclist wins mountain stage with an attack in the fog',
    'She had been behind by two minutes at the foot of the last climb.',
  ],
  [
    'Museum gives carved doors back to the village they left',
    'They were bought by a traveller a hundred and twelve years ago.',
  ],
  [
    'Hospital admits that results of 900 tests were mixed up',
    'All those concerned have been written to and will be tested again.',
  ],
  [
    'Ceasefire holds in border district, monitors report',
    'Only single shots were heard on the first night, far fewer than before.',
  ],
  [
    'Pilots of regional airline vote to walk out on Friday',
    'Some forty flights are likely to be cancelled if no deal is struck.',
  ],
  [
    'Orchard owners fear for harvest after frost in April',
    'Blossom froze in two nights in most of the low-lying plantations.',
  ],
  [
    'Town council rejects tower beside the old granary',
    'The vote was eleven to ten, with one member absent through illness.',
  ],
];

const SECTIONS = ['World', 'Politics', 'Business', 'Culture', 'Sport', 'Weather'];
const NAV = `<nav><ul>${SECTIONS.map((name) => `<li><a href="/${name.toLowerCase()}">${name}</a></li>`).join('')}</ul></nav>`;
const FOOTER = `<footer><p>© The Valley Courier. All rights reserved.</p><a href="/privacy">Privacy and cookies</a></footer>`;

const slug = (headline: string): string => headline.toLowerCase().replace(/[^a-z0-9]+/g, '-');
const ALL = NEWS.map(([headline, standfirst], at) => ({ headline, standfirst, at }));

/** A document of a site: head elements, then what stands between its navigation and its footer. */
export const document = (title: string, head: string, main: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title>${head}</head><body><header>${NAV}</header><main>\n  ${main}\n</main>${FOOTER}</body></html>`;

/** Cards as most sites have them: an `article` with a linked heading and a standfirst. */
export const cards = (level = 'h2'): string =>
  ALL.map(
    ({ headline, standfirst }) =>
      `<article class="card"><${level}><a href="/2026/03/02/${slug(headline)}">${headline}</a></${level}>\n<p>${standfirst}</p><time>2 March</time></article>`,
  ).join('\n');

/** Lists of bare links, as older and East Asian sites have them. */
export const links = (headlines: readonly string[]): string =>
  `<ul>${headlines.map((headline, at) => `<li><a href="/c/2026-03-02/${10_000 + at}.shtml">${headline}</a></li>`).join('\n')}</ul>`;

/** An article's paragraphs: no two alike, `count` of them, some 250 characters each. */
export const prose = (count: number): string =>
  ALL.slice(0, count)
    .map(
      ({ headline, standfirst, at }) =>
        `<p>${standfirst} A spokesman for the ministry said on Monday that ${headline.toLowerCase()} had been item ${at + 1} of its report, and that nothing more was known by the evening.</p>`,
    )
    .join('\n');

/** Every `p` of a page: more than any extractor takes for its body. */
export function everyParagraph(html: string): string[] {
  const parsed = parsePage(html);
  if (parsed.kind === 'rejected') throw new Error(parsed.code);
  const { page } = parsed;
  const texts = [...elementsIn(page, page.root, ({ name }) => name === 'p')].map((p) => textOf(p));
  return texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
}

/** The signals of a page whose body is what is given: all its paragraphs, unless others are. */
export function signalsOf(
  html: string,
  url: string,
  paragraphs: readonly string[] = everyParagraph(html),
): PageSignals {
  const parsed = parsePage(html);
  if (parsed.kind === 'rejected') throw new Error(parsed.code);
  return gatherSignals(parsed.page, { paragraphs }, url);
}
