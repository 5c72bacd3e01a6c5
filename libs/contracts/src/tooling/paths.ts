/** The library's folder; as deep below it from the sources as from the build. */
export const LIBRARY = new URL('../../', import.meta.url);

/** What the contracts' current versions generate. */
export const SCHEMAS = new URL('schemas/', LIBRARY);

/** The schemas of the newest release, that a change is compared with. */
export const RELEASED = new URL('schemas/released/', LIBRARY);

/** One folder of example values per topic. */
export const EXAMPLES = new URL('examples/', LIBRARY);

/** The document for everyone who subscribes. */
export const ASYNCAPI = new URL('../../docs/asyncapi.yaml', LIBRARY);
