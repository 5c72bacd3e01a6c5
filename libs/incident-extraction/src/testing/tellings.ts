import { ClaimBook } from '../mentions/claim-book.js';
import { type Evidence, injuredEvidence, killedEvidence } from '../mentions/ledger/evidence.js';
import { injuredByRule, killedByRule, toldBy } from '../mentions/ledger/ledger.js';
import { mergePieces } from '../mentions/merge.js';
import { readSentences } from '../reading/sentence-reading.js';
import { readDocument } from '../text/document.js';
import { article } from './articles.js';

/** What the first incident of a text offers as numbers of the dead and of the injured. */
export function evidenceOf(
  title: string,
  ...paragraphs: string[]
): Record<'killed' | 'injured', Evidence> {
  const document = readDocument(article({ title, paragraphs }));
  const draft = mergePieces(document, readSentences(document), [])[0]!;
  const told = toldBy(draft, null);
  const claims = new ClaimBook(document);
  const rule = killedByRule(draft, told, claims);
  const killed = killedEvidence(told, rule);
  const hurt = injuredByRule(told, rule, claims);
  return { killed, injured: injuredEvidence(told, hurt, rule?.best ?? 0) };
}
