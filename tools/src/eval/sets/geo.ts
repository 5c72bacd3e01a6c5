import { countryOfUrl, createGeoparser } from '@tocsin/geocoding';
import type { SetAdapter } from '../set-adapter.js';

/** Text → place names with coordinates (GeoWebNews, LGL, TR-News); demonyms and metonyms count there. */
export const geo: SetAdapter = {
  set: 'geo',
  scorers: [{ scorer: 'geo' }],
  async *predict(cases) {
    const geoparser = createGeoparser();
    for await (const { id, input } of cases) {
      const toponyms = geoparser
        .toponyms(String(input['text'] ?? ''), {
          countryIso3: countryOfUrl(String(input['url'] ?? '')),
        })
        .flatMap(({ start, end, place }) =>
          place?.latitude == null || place.longitude === null
            ? []
            : [{ start, end, lat: place.latitude, lon: place.longitude }],
        );
      yield { id, toponyms };
    }
  },
};
