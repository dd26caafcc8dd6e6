/** How many are tied to a daycare, or to several together, and how it stands with what is sent in. */
export interface Summary {
  readonly children: number;
  readonly employees: number;
  readonly externals: number;
  readonly contacts: number;
  readonly openNotices: number;
  /** Documents that wait for somebody to confirm them. */
  readonly heldImports: number;
  readonly lastImportAt: number | null;
}

export const emptySummary: Summary = {
  children: 0,
  employees: 0,
  externals: 0,
  contacts: 0,
  openNotices: 0,
  heldImports: 0,
  lastImportAt: null,
};
