import { parseHTML } from 'linkedom';
import type { Rejection } from '../article-extractor.port.js';
import type { PageDocument } from './dom.js';
import { scanPage } from './scan-page.js';

/** A page as a tree, with its structured data as text. */
export interface ParsedPage {
  readonly kind: 'parsed';
  readonly document: PageDocument;
  readonly structuredData: readonly string[];
}

/** Scans, then builds the tree of what the scan let through. */
export function parsePage(source: string): ParsedPage | Rejection {
  const scanned = scanPage(source);
  if (scanned.kind === 'rejected') return scanned;
  // linkedom takes a fragment's first element for the document's: the frame must be there.
  const html = /<html[\s>]/i.test(scanned.html)
    ? scanned.html
    : `<html><head></head><body>${scanned.html}</body></html>`;
  const { document } = parseHTML(html) as unknown as { document: PageDocument };
  return { kind: 'parsed', document, structuredData: scanned.structuredData };
}
