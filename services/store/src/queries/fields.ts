import { Incident } from '@tocsin/contracts';
import { listOf, oneOf } from './values.js';

type Properties = Readonly<Record<string, { properties?: Properties }>>;
const { properties } = Incident as unknown as { properties: Properties };

/** Fields that may be asked for: those of an incident, and those of its parts as `where.place`. */
export const FIELDS: readonly string[] = Object.entries(properties).flatMap(([name, part]) => [
  name,
  ...Object.keys(part.properties ?? {}).map((inner) => `${name}.${inner}`),
]);

/** @throws ProblemError 400 for a field that incidents don't have */
export const parseFields = (value: string): string[] => {
  const known = (field: string) =>
    FIELDS.includes(field) ? field : oneOf('fields', field, Object.keys(properties));
  return listOf('fields', value, known);
};

/** The incident with only these fields, and always its id. */
export function project(incident: Incident, fields: readonly string[]): Partial<Incident> {
  const whole = incident as unknown as Record<string, unknown>;
  const kept: Record<string, unknown> = { incidentId: incident.incidentId };
  for (const field of fields) {
    const [name, inner] = field.split('.') as [string, string?];
    if (inner === undefined) {
      kept[name] = whole[name];
      continue;
    }
    // A whole part that was asked for, too, already has it.
    if (fields.includes(name)) continue;
    const part = (kept[name] ??= {}) as Record<string, unknown>;
    part[inner] = (whole[name] as Record<string, unknown>)[inner];
  }
  return kept as Partial<Incident>;
}
