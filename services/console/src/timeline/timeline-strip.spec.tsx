import { describe, expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { incident } from '../testing/incident.js';
import { TimelineStrip } from './timeline-strip.js';

const { when } = incident();
const on = (start: string | null) =>
  incident({ incidentId: `on ${start}`, when: { ...when, start, end: start } });
const markup = (days: (string | null)[], from: string | null = null) =>
  renderToStaticMarkup(
    <TimelineStrip incidents={days.map(on)} from={from} to={null} onSpan={() => {}} />,
  );

describe('the timeline', () => {
  it('says in one sentence what it shows', () => {
    expect(markup(['2022-01-03', '2022-01-05', '2022-01-05', null])).toContain(
      'aria-label="Incidents by day, 3 Jan 2022 to 5 Jan 2022; most in 5 Jan 2022: 2 incidents. 1 incident without a day."',
    );
    expect(markup([])).toContain('aria-label="No incident has a day."');
  });

  it('draws a bar as high as its share of the fullest, in the colour of its kind', () => {
    const html = markup(['2022-01-03', '2022-01-05', '2022-01-05']);
    const heights = [...html.matchAll(/class="kind-riots"[^>]* height="(\d+)"/g)].map(
      ([, height]) => height,
    );
    expect(heights).toEqual(['50', '100']);
  });

  it('leads back to all days once some were chosen', () => {
    expect(markup(['2022-01-03'])).not.toContain('All days');
    expect(markup(['2022-01-03'], '2022-01-01')).toContain('All days');
  });
});
