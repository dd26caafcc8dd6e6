import type { EntityManager } from 'typeorm';

const QUESTIONS_AT_ONCE = 100;

/** A query that selects one column named `answer`. */
interface Question {
  getQueryAndParameters(): [sql: string, parameters: unknown[]];
}

/** The answers to several questions of one kind, asked in one statement: so each of several lists is read no further than it is shown. */
export async function askTogether(manager: EntityManager, questions: readonly Question[]): Promise<(string | number)[]> {
  const answers: (string | number)[] = [];
  for (let from = 0; from < questions.length; from += QUESTIONS_AT_ONCE) {
    const asked = questions.slice(from, from + QUESTIONS_AT_ONCE).map((question) => question.getQueryAndParameters());
    const sql = asked.map(([text], index) => `SELECT q${index}.answer AS answer FROM (${text}) q${index}`).join(' UNION ALL ');
    const rows: readonly { readonly answer: string | number }[] = await manager.query(
      sql,
      asked.flatMap(([, parameters]) => parameters),
    );
    answers.push(...rows.map(({ answer }) => answer));
  }
  return answers;
}
