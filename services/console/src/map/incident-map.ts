import type { ListedIncident } from '../model/listed-incident.js';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import {
  Map as MapLibreMap,
  setWorkerUrl,
  type GeoJSONSource,
  type MapMouseEvent,
  type PointLike,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { labelPoint, type Country } from './base-map.js';
import { areaOf, featuresOf } from './features.js';
import { drawIcons, ICON_RATIO } from './icons.js';
import { mapStyle } from './map-style.js';
import type { Palette } from './palette.js';

setWorkerUrl(workerUrl);

/** The view of an earlier map of this visit: the way back from an incident leads to where one was. */
let lastView: { center: [number, number]; zoom: number } | undefined;

const WORLD = { center: [20, 22] as [number, number], zoom: 1.1 };
const MAX_ZOOM = 11;
const FIT = { padding: 70, maxZoom: 5.5 };
/** Pixels around the pointer in which a sign is meant. */
const REACH = 6;

/** What the pointer is on. */
export type Pointed =
  | { readonly type: 'incident'; readonly id: string }
  | { readonly type: 'country'; readonly code: string };

export interface MapEvents {
  readonly onPoint: (pointed: Pointed | null, x: number, y: number) => void;
  readonly onPick: (pointed: Pointed) => void;
  /** How many incidents are drawn now, those in clusters counted; for those who can't see it. */
  readonly onDrawn: (incidents: number) => void;
}

const collection = (features: readonly Feature<Geometry>[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: [...features],
});

/** The map library behind the few things that the console asks of it. */
export class IncidentMap {
  readonly #map: MapLibreMap;
  readonly #ready: Promise<void>;
  readonly #countries: readonly Country[];
  /** Whether the view was chosen: by somebody before, or by what was found. */
  #isViewChosen = lastView !== undefined;

  constructor(
    container: HTMLElement,
    palette: Palette,
    countries: readonly Country[],
    private readonly events: MapEvents,
  ) {
    this.#countries = countries;
    this.#map = new MapLibreMap({
      container,
      style: mapStyle(palette),
      ...(lastView ?? WORLD),
      maxZoom: MAX_ZOOM,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      renderWorldCopies: false,
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#ready = new Promise((resolve) => this.#map.once('load', () => resolve()));
    void this.#ready.then(() => {
      for (const { name, image } of drawIcons(palette)) {
        this.#map.addImage(name, image, { pixelRatio: ICON_RATIO });
      }
      this.#set('countries', countries);
      this.#set('names', countries.map(named));
    });
    this.#map.on('idle', () => events.onDrawn(this.#countDrawn()));
    this.#map.on('mousemove', (event) => this.#point(event));
    this.#map.on('mouseout', () => events.onPoint(null, 0, 0));
    this.#map.on('click', (event) => void this.#pick(event));
  }

  /** Draws these instead of those before. @param isNewSearch moves the view to them if none of them is in it */
  async show(incidents: readonly ListedIncident[], isNewSearch: boolean): Promise<void> {
    await this.#ready;
    const { points, areas, countries } = featuresOf(incidents);
    this.#set('signs', points);
    this.#set('areas', areas);
    this.#set(
      'told',
      this.#countries.filter(({ properties }) => countries.has(properties.code)),
    );
    if (!isNewSearch || points.length === 0) return;
    const bounds = this.#map.getBounds();
    const isAnyInView = points.some(({ geometry }) =>
      bounds.contains(geometry.coordinates as [number, number]),
    );
    if (!this.#isViewChosen || !isAnyInView) this.fit(incidents);
    this.#isViewChosen = true;
  }

  /** Moves the view to all of these. */
  fit(incidents: readonly ListedIncident[]): void {
    const placed = incidents.flatMap(({ where: { latitude, longitude } }) =>
      latitude === null || longitude === null ? [] : [{ latitude, longitude }],
    );
    if (placed.length === 0) return;
    const latitudes = placed.map(({ latitude }) => latitude);
    const longitudes = placed.map(({ longitude }) => longitude);
    this.#map.fitBounds(
      [
        [Math.min(...longitudes), Math.min(...latitudes)],
        [Math.max(...longitudes), Math.max(...latitudes)],
      ],
      FIT,
    );
  }

  /** Shows where this one is, also when it is within a cluster. */
  async highlight(incident: ListedIncident | undefined): Promise<void> {
    await this.#ready;
    if (!incident) return this.#set('pointed', []);
    const { latitude, longitude, countryIso3 } = incident.where;
    if (latitude === null || longitude === null) {
      const country = this.#countries.find(({ properties }) => properties.code === countryIso3);
      return this.#set('pointed', country ? [country] : []);
    }
    const point: Feature = {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
      properties: {},
    };
    const area = areaOf(incident);
    this.#set('pointed', area ? [point, area] : [point]);
  }

  zoom(by: 1 | -1): void {
    this.#map.easeTo({ zoom: this.#map.getZoom() + by });
  }

  remove(): void {
    const { lng, lat } = this.#map.getCenter();
    if (this.#isViewChosen) lastView = { center: [lng, lat], zoom: this.#map.getZoom() };
    this.#map.remove();
  }

  #set(source: string, features: readonly Feature<Geometry>[]): void {
    void this.#map.getSource<GeoJSONSource>(source)?.setData(collection(features));
  }

  #countDrawn(): number {
    const seen = this.#map.queryRenderedFeatures({ layers: ['signs', 'clusters'] });
    const counted = new Map(
      seen.map(({ properties }) => [
        String(properties['cluster_id'] ?? properties['id']),
        Number(properties['point_count'] ?? 1),
      ]),
    );
    return counted.values().reduce((sum, n) => sum + n, 0);
  }

  #at({ point }: MapMouseEvent, layers: string[]) {
    const box: [PointLike, PointLike] = [
      [point.x - REACH, point.y - REACH],
      [point.x + REACH, point.y + REACH],
    ];
    return this.#map.queryRenderedFeatures(box, { layers })[0];
  }

  #pointedAt(event: MapMouseEvent): Pointed | null {
    const sign = this.#at(event, ['signs']);
    if (sign) return { type: 'incident', id: String(sign.properties['id']) };
    if (this.#at(event, ['clusters'])) return null;
    const [country] = this.#map.queryRenderedFeatures(event.point, { layers: ['told'] });
    return country ? { type: 'country', code: String(country.properties['code']) } : null;
  }

  #point(event: MapMouseEvent): void {
    const pointed = this.#pointedAt(event);
    const isCluster = !pointed && this.#at(event, ['clusters']) !== undefined;
    this.#map.getCanvas().style.cursor = pointed || isCluster ? 'pointer' : '';
    this.events.onPoint(pointed, event.point.x, event.point.y);
  }

  async #pick(event: MapMouseEvent): Promise<void> {
    const pointed = this.#pointedAt(event);
    if (pointed) return this.events.onPick(pointed);
    const cluster = this.#at(event, ['clusters']);
    if (cluster?.geometry.type !== 'Point') return;
    const id = Number(cluster.properties['cluster_id']);
    const source = this.#map.getSource<GeoJSONSource>('signs');
    const zoom = (await source?.getClusterExpansionZoom(id)) ?? this.#map.getZoom() + 2;
    this.#map.easeTo({ center: cluster.geometry.coordinates as [number, number], zoom });
  }
}

const named = ({ geometry, properties }: Country): Feature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: labelPoint(geometry) },
  properties,
});
