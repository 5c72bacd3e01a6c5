import type { GeoJSONSourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { Palette } from './palette.js';

const nothing: GeoJSONSourceSpecification = {
  type: 'geojson',
  data: { type: 'FeatureCollection', features: [] },
};

/** Without an address of glyphs, text is drawn from the fonts that the machine has. */
const FONT = ['system-ui', 'sans-serif'];

/** Layers below, from the ground up: land, names, areas, countries told of, signs. */
export function mapStyle(palette: Palette): StyleSpecification {
  const { sea, land, border, text, muted, surface, link, brand } = palette;
  return {
    version: 8,
    sources: {
      countries: nothing,
      names: nothing,
      told: nothing,
      areas: nothing,
      pointed: nothing,
      signs: {
        ...nothing,
        cluster: true,
        clusterRadius: 24,
        clusterMaxZoom: 7,
        clusterProperties: { killed: ['+', ['get', 'killed']] },
      },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': sea } },
      { id: 'land', type: 'fill', source: 'countries', paint: { 'fill-color': land } },
      {
        id: 'told',
        type: 'fill',
        source: 'told',
        paint: { 'fill-color': brand, 'fill-opacity': 0.13 },
      },
      {
        id: 'borders',
        type: 'line',
        source: 'countries',
        paint: { 'line-color': border, 'line-width': 0.8 },
      },
      {
        id: 'told-edge',
        type: 'line',
        source: 'told',
        paint: {
          'line-color': brand,
          'line-width': 1,
          'line-dasharray': [3, 2],
          'line-opacity': 0.7,
        },
      },
      {
        id: 'areas',
        type: 'fill',
        source: 'areas',
        minzoom: 3,
        paint: { 'fill-color': muted, 'fill-opacity': 0.1 },
      },
      {
        id: 'areas-edge',
        type: 'line',
        source: 'areas',
        minzoom: 3,
        paint: { 'line-color': muted, 'line-width': 1, 'line-dasharray': [3, 2] },
      },
      {
        id: 'names',
        type: 'symbol',
        source: 'names',
        filter: ['>=', ['get', 'extent'], ['step', ['zoom'], 60, 2, 14, 3, 4, 4, 0.6, 5, 0]],
        layout: {
          'text-field': ['get', 'name'],
          'text-font': FONT,
          'text-size': ['interpolate', ['linear'], ['zoom'], 1, 10, 5, 13],
          'text-max-width': 7,
          'text-padding': 4,
          'symbol-sort-key': ['-', 0, ['get', 'extent']],
        },
        paint: { 'text-color': muted, 'text-halo-color': land, 'text-halo-width': 1 },
      },
      {
        id: 'pointed-area',
        type: 'fill',
        source: 'pointed',
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'fill-color': link, 'fill-opacity': 0.18 },
      },
      {
        id: 'pointed',
        type: 'circle',
        source: 'pointed',
        filter: ['==', ['geometry-type'], 'Point'],
        paint: {
          'circle-radius': 19,
          'circle-color': link,
          'circle-opacity': 0.22,
          'circle-stroke-color': link,
          'circle-stroke-width': 2,
        },
      },
      {
        id: 'clusters',
        type: 'circle',
        source: 'signs',
        filter: ['has', 'point_count'],
        paint: {
          'circle-color': surface,
          'circle-stroke-color': text,
          'circle-stroke-width': 1.5,
          'circle-radius': [
            'interpolate',
            ['linear'],
            ['log10', ['get', 'point_count']],
            0,
            11,
            3,
            26,
          ],
        },
      },
      {
        id: 'cluster-counts',
        type: 'symbol',
        source: 'signs',
        filter: ['has', 'point_count'],
        layout: {
          'text-field': ['to-string', ['get', 'point_count']],
          'text-font': FONT,
          'text-size': 12,
          'text-allow-overlap': true,
          'text-ignore-placement': true,
        },
        paint: { 'text-color': text },
      },
      {
        id: 'signs',
        type: 'symbol',
        source: 'signs',
        filter: ['!', ['has', 'point_count']],
        layout: {
          'icon-image': ['get', 'icon'],
          'icon-size': ['get', 'size'],
          'icon-offset': ['get', 'offset'],
          'icon-allow-overlap': true,
          'icon-ignore-placement': true,
          'symbol-sort-key': ['-', 0, ['get', 'size']],
          'text-field': ['step', ['zoom'], '', 4, ['get', 'label']],
          'text-font': FONT,
          'text-size': 11,
          'text-anchor': 'top',
          'text-offset': [0, 1.1],
          'text-optional': true,
        },
        paint: { 'text-color': text, 'text-halo-color': land, 'text-halo-width': 1.2 },
      },
    ],
  };
}
