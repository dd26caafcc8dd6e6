/** A file that is not what it should be; nothing of it is taken. The message says what is the matter and what to do. */
export class UnusableFile extends Error {}
