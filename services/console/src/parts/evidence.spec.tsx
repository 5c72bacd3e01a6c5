import { describe, expect, it } from '@jest/globals';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { claimKey } from '../evidence/claim-key.js';
import { sectionsOf } from '../evidence/facts.js';
import { historyOf } from '../history/revision-history.js';
import { claim, figure, incident, revised, source } from '../testing/incident.js';
import { Conflicts } from './conflicts.js';
import { Facts } from './facts.js';
import { History } from './history.js';
import { IncidentHead } from './incident-head.js';
import { Sources } from './sources.js';

const textOf = (node: ReactNode) =>
  renderToStaticMarkup(node)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
const told = claim();
const base = incident({
  claims: [told],
  casualties: { ...incident().casualties, killed: figure(2, null, [0]) },
});
const ignore = () => {};

describe('a value', () => {
  const facts = (chosen: string | null) => (
    <Facts sections={sectionsOf(base)} sources={base.sources} chosen={chosen} onChoose={ignore} />
  );

  it('has its quote, who says so, how firmly, and where it was printed', () => {
    expect(textOf(facts(null))).toContain('killed 2+ two people police reported News, 6 Jan 2022');
  });

  it('shows which quote is looked at', () => {
    expect(renderToStaticMarkup(facts(null))).not.toContain('aria-pressed="true"');
    expect(renderToStaticMarkup(facts(claimKey(told)))).toContain('aria-pressed="true"');
  });
});

describe('sources that disagree', () => {
  it('stand side by side', () => {
    const other = claim({
      quote: 'seven people',
      attribution: [{ name: null, class: 'hospital' }],
    });
    const conflicts = [{ field: 'casualties.killed', claims: [told, other] }];
    expect(textOf(<Conflicts conflicts={conflicts} onChoose={ignore} />)).toBe(
      'Where sources disagree killed two people police reported seven people hospital reported',
    );
  });

  it('are not spoken of when they agree', () => {
    expect(renderToStaticMarkup(<Conflicts conflicts={[]} onChoose={ignore} />)).toBe('');
  });
});

describe('copies', () => {
  it('are folded under their original', () => {
    const sources = [source('a2', { syndicationId: 'a1' }), source('a1'), source('a3')];
    const html = renderToStaticMarkup(<Sources sources={sources} current="a1" onChoose={ignore} />);
    expect(html).toMatch(
      /Title of a1.*<details>.*1 copy of the same text.*Title of a2.*<\/details>.*Title of a3/,
    );
    expect(html.match(/aria-pressed="true"/g)).toHaveLength(1);
  });
});

describe('the history', () => {
  it('reads as sentences: what was, what is, who said so', () => {
    const hospital = claim({ attribution: [{ name: null, class: 'hospital' }] });
    const later = incident({
      revision: 2,
      claims: [hospital],
      casualties: { ...base.casualties, killed: figure(7, 7, [0]) },
      lastSeenAt: '2022-01-06T14:05:00Z',
    });
    const entries = historyOf([revised(base), revised(later)]);
    expect(textOf(<History entries={entries} />)).toMatch(
      /^History Updated 6 Jan 2022, 14:05 revision 2 killed 2\+ → 7 , hospital/,
    );
  });
});

describe('the head of an incident', () => {
  it('says that it was retracted, and why', () => {
    const retraction = { reason: 'An exercise.', at: '2022-01-09T10:00:00Z' };
    const gone = incident({ lifecycle: 'retracted', retraction });
    expect(textOf(<IncidentHead incident={gone} askedId="i1" />)).toContain(
      'Retracted on 9 Jan 2022, 10:00: An exercise.',
    );
  });

  it('says that another was asked for', () => {
    expect(textOf(<IncidentHead incident={base} askedId="i0" />)).toContain('merged into this one');
    expect(textOf(<IncidentHead incident={base} askedId="i1" />)).not.toContain('merged');
  });
});
