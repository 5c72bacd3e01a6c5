/** Injection token of the `Queryable` that the API reads from. */
export const DATABASE = Symbol('DATABASE');
