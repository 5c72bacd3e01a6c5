import type { UrlShape } from './url-shape.js';

/** What tells pages' kinds apart, as numbers and flags. Lengths are in UTF-16 code units. */
export interface PageSignals {
  readonly url: UrlShape;
  /** How often each telling JSON-LD type is named; see `structuredTypes`. */
  readonly types: ReadonlyMap<string, number>;
  /** JSON-LD's `isAccessibleForFree`; null where it is not given. */
  readonly isFree: boolean | null;
  /** `og:type` in lower case; empty without one. */
  readonly ogType: string;
  /** Whether mark-up says that the page is one article: its types, its date, its section, its body. */
  readonly isMarkedArticle: boolean;

  /** Paragraphs of the extracted body, their length, and how many are as long as prose and end like it. */
  readonly paragraphs: number;
  readonly bodyLength: number;
  readonly prose: number;
  /** Whether the body's end is cut off: by an ellipsis, or in the middle of a sentence. */
  readonly isCut: boolean;

  /** Links with as much text as a headline has, and the length of their texts. */
  readonly headlineLinks: number;
  readonly headlineLength: number;
  /** Headings that hold such a link or stand in one. */
  readonly linkedHeadings: number;
  /** `article` elements that stand in no other. */
  readonly articles: number;
  /** `time` elements within what is named a live blog. */
  readonly liveTimes: number;
  /** Whether an element is named a wall for those who have not paid. */
  readonly hasWall: boolean;

  /** Whether the title or a main heading says that something went wrong. */
  readonly namesAnError: boolean;
  /** Whether the page's whole text asks for consent. Looked for on short pages only. */
  readonly asksForConsent: boolean;
  /** Whether the text asks to subscribe or to log in in order to read on. Looked for beside short bodies only. */
  readonly asksToSubscribe: boolean;
}
