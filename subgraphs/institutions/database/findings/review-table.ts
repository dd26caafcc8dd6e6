import { EntitySchema } from 'typeorm';
import { key, text, whole } from '#shared/columns.ts';

/** By which edition of rules, tables and other registers all daycares are being judged, and up to which number they have been. */
export interface Review {
  readonly id: number;
  readonly edition: string;
  readonly upTo: string;
}

export const reviews = new EntitySchema<Review>({
  name: 'review',
  columns: { id: key(whole), edition: text(300), upTo: text(6) },
});
