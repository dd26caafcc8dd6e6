/** Milliseconds since 1970; injected everywhere so that tests can live through years. */
export type Clock = () => number;

/** The last instant there is: the end of what is still true or still believed. */
export const FOREVER = 253_402_300_799_000;
