/** What is wrong with a value, in words for the person who wrote it. */
export interface Complaint {
  /** A few words, such as `Not a domain`. */
  readonly summary: string;
  /** What happened, why, and what to write instead; whole sentences. */
  readonly detail: string;
}
