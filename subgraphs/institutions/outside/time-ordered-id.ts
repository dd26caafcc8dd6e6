import { v7 } from 'uuid';

/** A new id; ids made later are larger, so a list by id is a list by age. */
export const timeOrderedId = (): string => v7();
