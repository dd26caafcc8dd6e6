import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

interface Opening {
  readonly readonly?: boolean;
  readonly timeout?: number;
}

/** Node's own SQLite in the shape that TypeORM's better-sqlite3 driver expects of its package. */
export class NodeSqlite {
  readonly #database: DatabaseSync;

  constructor(path: string, { readonly = false, timeout = 5000 }: Opening = {}) {
    this.#database = new DatabaseSync(path, { readOnly: readonly, timeout });
  }

  prepare(sql: string) {
    return new Prepared(this.#database.prepare(sql));
  }

  pragma(text: string) {
    return this.#database.prepare(`PRAGMA ${text}`).all();
  }

  exec(sql: string) {
    this.#database.exec(sql);
  }

  close() {
    this.#database.close();
  }
}

class Prepared {
  readonly reader: boolean;
  readonly #statement: StatementSync;

  constructor(statement: StatementSync) {
    this.#statement = statement;
    this.reader = statement.columns().length > 0;
  }

  all(...values: SQLInputValue[]) {
    return this.#statement.all(...values);
  }

  run(...values: SQLInputValue[]) {
    return this.#statement.run(...values);
  }
}
