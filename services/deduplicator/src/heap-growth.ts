/**
 * How far V8's old generation may grow beyond what was alive when it was last marked: set as the service begins. By itself
 * V8 lets it grow to several times that on a machine with much memory; what a batch reads outlives the young
 * generation, is dropped and fills it, so that the process grows with the neighbourhoods of its articles (ADR 75).
 */
export const HEAP_GROWTH = '--heap-growing-percent=70';
