import type { ListedIncident } from '../model/listed-incident.js';
import { countryName } from '../model/country.js';
import { toll } from '../model/format-figures.js';
import { precisionWords, shortPlace, uncertaintyKm } from '../model/format-place.js';
import { span } from '../model/format-time.js';
import { kindOf, titleOf } from '../model/incident-kind.js';
import { KindSign } from '../parts/kind-sign.js';
import type { Pointed } from './incident-map.js';

interface MapTipProps {
  readonly pointed: Pointed;
  /** Pixels from the map's corner. */
  readonly x: number;
  readonly y: number;
  readonly incidents: readonly ListedIncident[];
}

/** What is under the pointer, in words. The list says the same to those who have none. */
export function MapTip({ pointed, x, y, incidents }: MapTipProps) {
  return (
    <div className="map-tip" style={{ left: x, top: y }} aria-hidden="true">
      {pointed.type === 'incident' ? (
        <IncidentTip incident={incidents.find(({ incidentId }) => incidentId === pointed.id)} />
      ) : (
        <CountryTip code={pointed.code} incidents={incidents} />
      )}
    </div>
  );
}

function IncidentTip({ incident }: { readonly incident: ListedIncident | undefined }) {
  if (!incident) return null;
  const { where, when, casualties } = incident;
  const tolled = toll(casualties);
  return (
    <>
      <strong>
        <KindSign kind={kindOf(incident)} /> {titleOf(incident)}
      </strong>
      <span>
        {shortPlace(where)}
        {uncertaintyKm(where.wherePrecision) !== null &&
          `, ${precisionWords(where.wherePrecision)}`}
      </span>
      <span>{span(when)}</span>
      {tolled && <span>{tolled}</span>}
    </>
  );
}

function CountryTip({
  code,
  incidents,
}: { readonly code: string } & Pick<MapTipProps, 'incidents'>) {
  const told = incidents.filter(
    ({ where }) => where.latitude === null && where.countryIso3 === code,
  ).length;
  return (
    <>
      <strong>{countryName(code)}</strong>
      <span>
        {told} {told === 1 ? 'incident' : 'incidents'} somewhere in the country
      </span>
    </>
  );
}
