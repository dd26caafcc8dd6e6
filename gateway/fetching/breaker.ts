import { type Ask, Unreachable } from './question.ts';

export interface BreakerRule {
  /** Of the last so many outcomes, none older than `rememberedMs`, at least `leastOutcomes` ... */
  readonly outcomes: number;
  readonly leastOutcomes: number;
  readonly rememberedMs: number;
  /** ... at least this share failed: then nothing is asked for a while. */
  readonly failing: number;
  /** How long at first and at most, in milliseconds; each failed try doubles it. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
}

export type BreakerState = 'closed' | 'open' | 'half-open';

interface Breaker {
  readonly ask: Ask;
  state(): BreakerState;
}

/** Stops asking a subgraph that does not answer, so that nobody waits for it in vain; then tries with one question whether it is back. */
export function breaking(ask: Ask, rule: BreakerRule, now: () => number = () => performance.now()): Breaker {
  let outcomes: { readonly at: number; readonly isFailure: boolean }[] = [];
  let opened: { readonly until: number; readonly pause: number } | undefined;
  let isTrying = false;

  const fails = (): boolean => {
    const fresh = outcomes.filter(({ at }) => at > now() - rule.rememberedMs);
    const failures = fresh.filter(({ isFailure }) => isFailure).length;
    return fresh.length >= rule.leastOutcomes && failures >= fresh.length * rule.failing;
  };
  const open = (pause: number) => {
    // Several gateways that lost the same subgraph do not all try it at the same moment.
    opened = { until: now() + pause * (0.8 + Math.random() * 0.4), pause };
    outcomes = [];
  };
  const note = (isFailure: boolean, wasTry: boolean) => {
    if (wasTry) {
      if (isFailure) open(Math.min((opened?.pause ?? rule.firstPauseMs) * 2, rule.longestPauseMs));
      else opened = undefined;
      return;
    }
    if (opened) return;
    outcomes.push({ at: now(), isFailure });
    if (outcomes.length > rule.outcomes) outcomes.shift();
    if (isFailure && fails()) open(rule.firstPauseMs);
  };
  return {
    state: () => {
      if (!opened) return 'closed';
      return opened.until > now() ? 'open' : 'half-open';
    },
    ask: async (question) => {
      if (opened && (opened.until > now() || isTrying)) throw new Unreachable('It is not asked for now.', { mayPass: false });
      const isTry = opened !== undefined;
      if (isTry) isTrying = true;
      try {
        const answer = await ask(question);
        note(false, isTry);
        return answer;
      } catch (fault) {
        // A client that left says nothing of the subgraph; a try that was cut short is tried again by the next.
        if (fault instanceof Unreachable) note(true, isTry);
        throw fault;
      } finally {
        if (isTry) isTrying = false;
      }
    },
  };
}
