/** A file that is not the register's export, or not a whole one; nothing of it is taken. */
export class NotTheRegister extends Error {}
