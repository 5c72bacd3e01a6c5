import Type, { type Static } from 'typebox';

const closed = { additionalProperties: false } as const;
const id = Type.String({ pattern: '^[A-Za-z0-9._:-]{1,128}$' });
const ids = (maxItems: number) => Type.Array(id, { maxItems, uniqueItems: true });
const text = (maxLength: number) => Type.String({ pattern: '\\S', maxLength });

/** Body of `POST /v1/curations` and `/v1/curations/preview`. */
export const CurationRequest = Type.Object(
  {
    action: Type.Enum(['merge', 'split', 'retract']),
    incidentId: id,
    /** Merge: the others. */
    otherIncidentIds: Type.Optional(ids(20)),
    /** Split: the mentions that leave. */
    mentionIds: Type.Optional(ids(200)),
    reason: text(1_000),
    by: text(200),
    /** Makes a repeated call the same command; else each call is one of its own. */
    commandId: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9._-]{8,100}$' })),
  },
  closed,
);
export type CurationRequest = Static<typeof CurationRequest>;
