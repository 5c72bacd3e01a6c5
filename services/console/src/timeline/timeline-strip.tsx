import type { ListedIncident } from '../model/listed-incident.js';
import { useMemo, useState, type PointerEvent } from 'react';
import { day } from '../model/format-time.js';
import { KIND_KEYS } from '../model/incident-kind.js';
import { timelineOf, type Bin, type Timeline } from './bins.js';

interface TimelineStripProps {
  readonly incidents: readonly ListedIncident[];
  readonly from: string | null;
  readonly to: string | null;
  readonly onSpan: (from: string | null, to: string | null) => void;
}

/** Units of the drawing; the strip stretches it. */
const HEIGHT = 100;
const GAP = 0.15;

/** When it happened: bars by kind. Pointing chooses days; the fields From and To do the same by keyboard. */
export function TimelineStrip({ incidents, from, to, onSpan }: TimelineStripProps) {
  const timeline = useMemo(() => timelineOf(incidents), [incidents]);
  const [drag, setDrag] = useState<readonly [number, number] | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const { bins, unit } = timeline;
  const binAt = ({ clientX, currentTarget }: PointerEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const at = Math.floor(((clientX - left) / width) * bins.length);
    return Math.min(bins.length - 1, Math.max(0, at));
  };
  const move = (event: PointerEvent) => {
    const at = binAt(event);
    setPointed(at);
    if (drag) setDrag([drag[0], at]);
  };
  const end = () => {
    if (drag) {
      const [first, last] = [bins[Math.min(...drag)], bins[Math.max(...drag)]];
      if (first && last) onSpan(first.from, last.to);
    }
    setDrag(null);
  };
  const most = bins.reduce((max, { total }) => Math.max(max, total), 1);
  return (
    <section className="timeline" aria-label="Timeline">
      <p className="timeline-head">
        <span>{pointed === null ? `by ${unit}` : wordsOf(bins[pointed])}</span>
        {(from !== null || to !== null) && (
          <button type="button" className="quiet" onClick={() => onSpan(null, null)}>
            All days
          </button>
        )}
      </p>
      <svg
        role="img"
        aria-label={summaryOf(timeline)}
        viewBox={`0 0 ${Math.max(1, bins.length)} ${HEIGHT}`}
        preserveAspectRatio="none"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrag([binAt(event), binAt(event)]);
        }}
        onPointerMove={move}
        onPointerUp={end}
        onPointerLeave={() => setPointed(null)}
      >
        {bins.map((bin, at) => (
          <Bar
            key={bin.from}
            bin={bin}
            at={at}
            most={most}
            isMarked={drag !== null && at >= Math.min(...drag) && at <= Math.max(...drag)}
          />
        ))}
      </svg>
      <p className="timeline-foot">
        <span>{bins[0] && day(bins[0].from)}</span>
        <span>{bins.length > 1 && day(bins.at(-1)?.to ?? '')}</span>
      </p>
    </section>
  );
}

interface BarProps {
  readonly bin: Bin;
  readonly at: number;
  readonly most: number;
  readonly isMarked: boolean;
}

function Bar({ bin, at, most, isMarked }: BarProps) {
  let top = HEIGHT;
  return (
    <g>
      <rect className={isMarked ? 'slot marked' : 'slot'} x={at} y={0} width={1} height={HEIGHT} />
      {KIND_KEYS.map((kind) => {
        const height = ((bin.counts.get(kind) ?? 0) / most) * HEIGHT;
        if (height === 0) return null;
        top -= height;
        return (
          <rect
            key={kind}
            className={`kind-${kind}`}
            x={at + GAP / 2}
            y={top}
            width={1 - GAP}
            height={height}
          />
        );
      })}
    </g>
  );
}

const plural = (n: number) => `${n} ${n === 1 ? 'incident' : 'incidents'}`;

function wordsOf(bin: Bin | undefined): string {
  if (!bin) return '';
  const days = bin.from === bin.to ? day(bin.from) : `${day(bin.from)} – ${day(bin.to)}`;
  return `${days}: ${plural(bin.total)}`;
}

/** The strip in one sentence. */
function summaryOf({ bins, unit, undated }: Timeline): string {
  const [first, last] = [bins[0], bins.at(-1)];
  if (!first || !last) return 'No incident has a day.';
  const fullest = bins.reduce((best, bin) => (bin.total > best.total ? bin : best));
  const none = undated > 0 ? ` ${plural(undated)} without a day.` : '';
  return `Incidents by ${unit}, ${day(first.from)} to ${day(last.to)}; most in ${wordsOf(fullest)}.${none}`;
}
