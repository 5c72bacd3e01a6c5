import type { Gazetteer } from '@tocsin/geocoding';

/** Gives every name under which an incident in a town may be filed: papers write Basra, the gazetteer Basrah. */
export const placeNames =
  (gazetteer: Pick<Gazetteer, 'lookup' | 'place'>) =>
  (town: string): string[] => [
    town,
    ...gazetteer.lookup(town).map(({ id }) => gazetteer.place(id).name),
  ];
