/** A letter as it is handed to the post. */
export interface Letter {
  readonly to: string;
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
}

/** What became of a letter: taken; refused for good; not now; or there is no post to be had, which says nothing of the letter. */
export type Delivery = { readonly outcome: 'ACCEPTED' } | { readonly outcome: 'REFUSED' | 'NOT NOW' | 'NO POST'; readonly reason: string };

/** What takes letters. */
export interface Post {
  send(letter: Letter): Promise<Delivery>;
  /** Ends at once; what becomes of a letter under way is then not known. */
  close(): void;
}
