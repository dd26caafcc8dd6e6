import { question, variablesOf } from '../../bench/gateway/question.ts';
import { startGuardedGateway } from '../support/guarded-gateway.ts';
import { type Outcome, quantile, sendLoad } from '../support/open-loop.ts';

// `npm run soak-overload`: what the gateway still does when far more is asked than it can answer, open loop.

const seconds = Number(process.env.SECONDS ?? 8);
const gateway = await startGuardedGateway();
const systems = Array.from({ length: 120 }, (_, nth) => ({
  name: `System ${nth}`,
  assurance: 'HIGH',
  mandates: [{ role: 'SUPPLIER_SYSTEM', system: `S${2000 + nth}` }],
}));
const tokens = await Promise.all(systems.map((claims) => gateway.token(claims)));
const body = JSON.stringify({ query: question, variables: variablesOf(1) });
const rates = (process.env.RATES ?? '').split(',').filter(Boolean).map(Number);

async function closedLoop(atOnce: number, milliseconds: number): Promise<{ readonly perSecond: number; readonly times: number[] }> {
  const times: number[] = [];
  const until = performance.now() + milliseconds;
  let nth = 0;
  const one = async () => {
    while (performance.now() < until) {
      const since = performance.now();
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'accept-encoding': 'identity',
          authorization: `Bearer ${tokens[nth++ % tokens.length]}`,
        },
        body,
      });
      await response.text();
      if (response.status === 200) times.push(performance.now() - since);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return { perSecond: (times.length * 1000) / milliseconds, times };
}

try {
  await closedLoop(8, 3_000);
  const unloaded = await closedLoop(1, 3_000);
  const p99 = quantile(unloaded.times, 0.99);
  const peaks: number[] = [];
  for (const perSecond of rates.length > 0 ? rates : [200, 300, 400, 500, 600]) {
    const outcome = await sendLoad({ url: gateway.url, tokens, bodies: [body], perSecond, seconds: 3 });
    peaks.push((outcome[200]?.length ?? 0) / 3);
    tell(`probe at ${perSecond}/s`, outcome, 3);
  }
  const capacity = Math.round(Math.max(...peaks));
  console.log(`capacity ${capacity}/s; one at a time: median ${quantile(unloaded.times, 0.5).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`);
  for (const times of [1, 2, 5, 10]) {
    const outcome = await sendLoad({ url: gateway.url, tokens, bodies: [body], perSecond: capacity * times, seconds });
    tell(`${times}x`, outcome, seconds);
  }
} finally {
  await gateway.stop();
}

function tell(what: string, outcome: Outcome, within: number): void {
  const parts = Object.entries(outcome).map(
    ([status, times]) =>
      `${status}: ${(times.length / within).toFixed(0)}/s, median ${quantile(times, 0.5).toFixed(1)}, p99 ${quantile(times, 0.99).toFixed(1)} ms`,
  );
  console.log(`${what.padEnd(16)} ${parts.join(' | ')}`);
}
