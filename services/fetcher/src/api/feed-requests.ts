import Type, { type Static } from 'typebox';

const closed = { additionalProperties: false } as const;
const url = Type.String({ minLength: 1, maxLength: 4_096 });
const intervalMs = Type.Integer({ minimum: 10_000, maximum: 30 * 86_400_000 });
const tags = Type.Array(Type.String({ minLength: 1, maxLength: 100 }), {
  maxItems: 50,
  uniqueItems: true,
});
const priority = Type.Integer({ minimum: -10, maximum: 10 });

const Settings = Type.Object(
  {
    minIntervalMs: Type.Optional(intervalMs),
    maxIntervalMs: Type.Optional(intervalMs),
    hostDelayMs: Type.Optional(Type.Integer({ minimum: 0, maximum: 600_000 })),
    lane: Type.Optional(Type.Enum(['auto', 'live', 'backfill'])),
    recheck: Type.Optional(Type.Boolean()),
  },
  closed,
);

const properties = {
  title: Type.Optional(Type.String({ minLength: 1, maxLength: 1_000 })),
  priority: Type.Optional(priority),
  tags: Type.Optional(tags),
  settings: Type.Optional(Settings),
};

/** Body of `POST /v1/feeds`. */
export const AddFeed = Type.Object({ url, ...properties }, closed);

/** Body of `PATCH /v1/feeds/:id`. */
export const ChangeFeed = Type.Object(properties, { ...closed, minProperties: 1 });
export type FeedChange = Static<typeof ChangeFeed>;

/** Body of `POST /v1/feeds/probe`. */
export const ProbeFeed = Type.Object({ url }, closed);

/** Body of `POST /v1/feeds/:id/pause|resume|stop|poll`. */
export const StateChange = Type.Object(
  { reason: Type.Optional(Type.String({ minLength: 1, maxLength: 1_000 })) },
  closed,
);

/** Body of `POST /v1/feeds/import`. */
export const ImportFeeds = Type.Object(
  {
    opml: Type.String({ minLength: 1 }),
    tags: Type.Optional(tags),
    priority: Type.Optional(priority),
  },
  closed,
);

/** Query of `GET /v1/feeds`. */
export const ListFeeds = Type.Object(
  {
    limit: Type.Optional(Type.String({ pattern: '^([1-9]\\d{0,2}|1000)$' })),
    after: Type.Optional(Type.String({ pattern: '^[0-9a-f]{32}$' })),
    state: Type.Optional(Type.Enum(['active', 'paused', 'parked', 'stopped'])),
    tag: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    q: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  },
  closed,
);
