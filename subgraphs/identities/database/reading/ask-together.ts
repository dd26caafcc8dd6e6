import type { EntityManager } from 'typeorm';
import { inChunks } from '../replace-rows.ts';

const QUESTIONS_AT_ONCE = 100;

/** A query that selects one column named `answer`. */
interface Question {
  getQueryAndParameters(): [sql: string, parameters: unknown[]];
}

/** Several questions of one kind in one statement; their answers stand in the order of the questions. */
export async function askTogether(manager: EntityManager, questions: readonly Question[]): Promise<string[][]> {
  const answers = questions.map((): string[] => []);
  for (const chunk of inChunks([...questions.entries()], QUESTIONS_AT_ONCE)) {
    const asked = chunk.map(([index, question]) => ({ index, told: question.getQueryAndParameters() }));
    const sql = asked
      .map(({ index, told: [text] }) => `SELECT ${index} AS question, q${index}.answer AS answer FROM (${text}) q${index}`)
      .join(' UNION ALL ');
    const rows: readonly { readonly question: number; readonly answer: unknown }[] = await manager.query(
      sql,
      asked.flatMap(({ told: [, parameters] }) => parameters),
    );
    for (const { question, answer } of rows) answers[Number(question)]?.push(String(answer));
  }
  return answers;
}
