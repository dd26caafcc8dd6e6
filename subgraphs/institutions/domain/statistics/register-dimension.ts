/** What the daycares of the register are counted by. */
export type RegisterDimension = 'MUNICIPALITY' | 'OWNERSHIP' | 'TYPE' | 'LEVEL' | 'STATUS' | 'MONTH' | 'FINDING';

/** The key of what has no type: clusters and locations. */
export const NO_TYPE = 'NONE';
