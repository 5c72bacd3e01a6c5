import { getJson } from './get-json.js';

/** What this store's API can do, by its own description: the console shows no more than that. */
export interface Abilities {
  /** Paths, as `/v1/incidents/{id}`. */
  readonly paths: ReadonlySet<string>;
  /** Names of the parameters that `GET /v1/incidents` takes. */
  readonly incidentParameters: ReadonlySet<string>;
}

interface Description {
  readonly paths?: Readonly<
    Record<
      string,
      { readonly get?: { readonly parameters?: readonly { readonly name: string }[] } }
    >
  >;
}

export function abilitiesOf({ paths = {} }: Description): Abilities {
  const parameters = paths['/v1/incidents']?.get?.parameters ?? [];
  return {
    paths: new Set(Object.keys(paths)),
    incidentParameters: new Set(parameters.map(({ name }) => name)),
  };
}

let asked: Promise<Abilities> | undefined;

/** Asked once a visit; asked again after a failure. */
export function readAbilities(): Promise<Abilities> {
  asked ??= getJson<Description>('/v1/openapi.json')
    .then(abilitiesOf)
    .catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
  return asked;
}
