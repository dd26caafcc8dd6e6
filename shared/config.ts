/** What a process is told by its environment, read whole at the start: every fault is named at once. */
export interface Reader {
  text(name: string, otherwise?: string): string;
  number(name: string, otherwise: number): number;
  /** Notes what does not go together. */
  fault(sentence: string): void;
}

/** Reads settings; throws one error that names everything missing or malformed. */
export function readConfig<Config>(environment: Readonly<Record<string, string | undefined>>, read: (reader: Reader) => Config): Config {
  const faults: string[] = [];
  const config = read({
    text: (name, otherwise) => {
      const value = environment[name] || otherwise;
      if (value === undefined) faults.push(`${name} is missing`);
      return value ?? '';
    },
    number: (name, otherwise) => {
      const value = Number(environment[name] || otherwise);
      if (!Number.isFinite(value)) faults.push(`${name} is not a number`);
      return value;
    },
    fault: (sentence) => void faults.push(sentence),
  });
  if (faults.length > 0) throw new Error(`The configuration is not complete: ${faults.join('; ')}.`);
  return config;
}
