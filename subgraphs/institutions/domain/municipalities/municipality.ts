/** A municipality by its official four-digit code (R14). */
export interface Municipality {
  readonly code: string;
  readonly name: string;
  readonly companyNumber: string | null;
}
