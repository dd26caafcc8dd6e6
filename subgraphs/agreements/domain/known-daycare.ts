export type Ownership = 'MUNICIPAL' | 'SELF_OWNED' | 'PRIVATE' | 'OUTSOURCED';

/** What is heard from the register of a daycare: all that deciding depends on. */
export interface KnownDaycare {
  readonly number: string;
  readonly level: 'INSTITUTION' | 'UNIT' | 'LOCATION';
  readonly name: string;
  readonly status: 'PLANNED' | 'ACTIVE' | 'CLOSED';
  readonly municipality: string;
  readonly municipalityName: string;
  readonly ownership: Ownership;
  readonly institution: string | null;
  readonly unit: string | null;
  /** A location's is its unit's. */
  readonly isChildminding: boolean;
  readonly acceptsUsers: boolean;
  /** A unit's own address, as the register holds it; a location has none, and uses its unit's. */
  readonly email?: string | null;
}
