import { describe, expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { figure, incident } from '../testing/incident.js';
import { IncidentList } from './incident-list.js';

const { casualties, where } = incident();
const markup = (items = [incident()], fresh: string[] = []) =>
  renderToStaticMarkup(<IncidentList items={items} fresh={new Set(fresh)} />);

describe('a row of the list', () => {
  it('is one link that says what, where, when and how many', () => {
    const html = markup();
    expect(html.match(/<a /g)).toHaveLength(1);
    expect(html).toContain('href="/incidents/i1"');
    expect(html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')).toContain(
      'Violent demonstration 2+ killed Almaty, Kazakhstan · 3 Jan 2022 – 6 Jan 2022 1 source Rioters clashed',
    );
  });

  it('says in words what its colour and sign say', () => {
    expect(markup()).toMatch(/aria-hidden="true".*Violent demonstration/);
  });

  it('says what is new, and what is corroborated', () => {
    const html = markup(
      [incident({ evidence: 'corroborated', independentSourceCount: 2 })],
      ['i1'],
    );
    expect(html).toContain('>new<');
    expect(html).toContain('>corroborated<');
    expect(html).toContain('2 sources');
    expect(markup()).not.toContain('>new<');
  });

  it('stays letters, whatever is in it', () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const html = markup([
      incident({ incidentId: '"><b>', summary: hostile, where: { ...where, place: hostile } }),
    ]);
    expect(html).not.toMatch(/<img|<b>/);
  });

  it('leaves out a toll that nobody told', () => {
    expect(markup([incident({ casualties: { ...casualties, killed: null } })])).not.toContain(
      'row-toll',
    );
    expect(markup([incident({ casualties: { ...casualties, killed: figure(0) } })])).toContain(
      '0 killed',
    );
  });
});

describe('a long list', () => {
  it('is drawn by hundreds', () => {
    const many = Array.from({ length: 130 }, (_, n) => incident({ incidentId: `i${n}` }));
    const html = markup(many);
    expect(html.match(/<li>/g)).toHaveLength(100);
    expect(html).toContain('Show 30 more');
  });
});
