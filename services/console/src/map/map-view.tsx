import type { ListedIncident } from '../model/listed-incident.js';
import { useEffect, useRef, useState } from 'react';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import atlasUrl from 'world-atlas/countries-50m.json?url';
import { getJson } from '../api/get-json.js';
import { countriesOf, type Country, type WorldAtlas } from './base-map.js';
import { IncidentMap, type Pointed } from './incident-map.js';
import { MapTip } from './map-tip.js';
import { readPalette } from './palette.js';
import { trustWorker } from './trusted-worker.js';
import { useThemeKey } from '../parts/use-theme-key.js';
import './map.css';

export interface MapViewProps {
  readonly incidents: readonly ListedIncident[];
  /** Changes when something else is looked for. */
  readonly searchKey: string;
  readonly pointed: string | null;
  readonly onPoint: (id: string | null) => void;
  readonly onPickIncident: (id: string) => void;
  readonly onPickCountry: (code: string) => void;
}

trustWorker(workerUrl);
let countries: Promise<Country[]> | undefined;
const readCountries = () => (countries ??= getJson<WorldAtlas>(atlasUrl).then(countriesOf));

interface Tip {
  readonly pointed: Pointed;
  readonly x: number;
  readonly y: number;
}

/** The map. What it shows is in the list, too. */
export default function MapView(props: MapViewProps) {
  const { incidents, searchKey, pointed } = props;
  const container = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const [map, setMap] = useState<IncidentMap | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [drawn, setDrawn] = useState<number | null>(null);
  const [tip, setTip] = useState<Tip | null>(null);
  const shownSearch = useRef<string | null>(null);
  const theme = useThemeKey();

  useEffect(() => {
    let made: IncidentMap | undefined;
    let isLeft = false;
    const make = async () => {
      const shapes = await readCountries();
      if (isLeft || !container.current) return;
      made = new IncidentMap(container.current, readPalette(), shapes, {
        onDrawn: setDrawn,
        onPoint: (at, x, y) => {
          setTip(at ? { pointed: at, x, y } : null);
          latest.current.onPoint(at?.type === 'incident' ? at.id : null);
        },
        onPick: (at) => {
          if (at.type === 'incident') latest.current.onPickIncident(at.id);
          else latest.current.onPickCountry(at.code);
        },
      });
      shownSearch.current = null;
      setMap(made);
    };
    make().catch(() => setFailure('This browser can not draw the map; the list shows the same.'));
    return () => {
      isLeft = true;
      made?.remove();
      setMap(null);
    };
  }, [theme]);

  useEffect(() => {
    void map?.show(incidents, shownSearch.current !== searchKey);
    if (map) shownSearch.current = searchKey;
  }, [map, incidents, searchKey]);

  useEffect(() => {
    void map?.highlight(incidents.find(({ incidentId }) => incidentId === pointed));
  }, [map, pointed]);

  return (
    <div className="map" data-drawn={drawn}>
      <div className="map-canvas" ref={container} />
      {failure && <p className="map-failure">{failure}</p>}
      <div className="map-buttons" role="group" aria-label="Map">
        <MapButton sign="+" words="Zoom in" onClick={() => map?.zoom(1)} />
        <MapButton sign="−" words="Zoom out" onClick={() => map?.zoom(-1)} />
        <MapButton sign="⤢" words="Show all" onClick={() => map?.fit(incidents)} />
      </div>
      {tip && <MapTip {...tip} incidents={incidents} />}
    </div>
  );
}

interface MapButtonProps {
  readonly sign: string;
  readonly words: string;
  readonly onClick: () => void;
}

function MapButton({ sign, words, onClick }: MapButtonProps) {
  return (
    <button type="button" title={words} onClick={onClick}>
      <span aria-hidden="true">{sign}</span>
      <span className="hidden">{words}</span>
    </button>
  );
}
