/** Pieces of which the description's schemas are made. */
export const text = { type: 'string' } as const;
export const nullable = (type: string) => ({ type: [type, 'null'] });
export const count = { type: 'integer', minimum: 0 } as const;
export const object = (properties: Record<string, unknown>) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
});
export const list = (items: unknown) => ({ type: 'array', items });
/** A schema by its name. */
export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
