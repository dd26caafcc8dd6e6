import { startGuardedGateway } from '../support/guarded-gateway.ts';
import { type Borne, measureOverload } from '../support/overload.ts';

/**
 * `npm run soak-overload [-- SECONDS]`: however much is asked, at least 90 % of what can be answered is, within three times as long as
 * unloaded; what is turned away is so within 10 ms; and one greedy supplier keeps no administrator waiting.
 */
const gateway = await startGuardedGateway({ BUDGETS: 'administrator=10000000,system=10000000,dashboard=10000000' });
try {
  const { capacity, unloadedP99, loads, administrator } = await measureOverload(gateway, Number(process.argv[2] ?? 10));
  console.log(`capacity ${capacity} answers a second; unloaded p99 ${unloadedP99.toFixed(1)} ms`);
  const peak = Math.max(capacity, ...Object.values(loads).map(({ goodput }) => goodput));
  for (const [times, borne] of Object.entries(loads)) {
    tell(`${times}x`, borne);
    hold(borne.goodput >= 0.9 * Math.min(peak, borne.asked), `${times}x: at least 90 % of ${peak.toFixed(0)} are answered`);
    hold(borne.answeredP99 <= 3 * unloadedP99, `${times}x: answers come within ${(3 * unloadedP99).toFixed(1)} ms`);
    hold(borne.shed === 0 || borne.shedP99 <= 10, `${times}x: who is turned away hears of it within 10 ms`);
    hold(borne.strange.length === 0, `${times}x: nothing else is answered`);
  }
  tell('administrator', administrator);
  hold(administrator.shed === 0, 'an administrator is turned away for nobody');
  hold(administrator.answeredP99 <= 3 * unloadedP99, 'an administrator waits no longer for a greedy supplier');
} finally {
  await gateway.stop();
}

function hold(holds: boolean, what: string): void {
  if (holds) return;
  console.error(`  DOES NOT HOLD  ${what}`);
  process.exitCode = 1;
}

function tell(what: string, { asked, goodput, answeredP99, shed, shedP50, shedP99, strange }: Borne): void {
  const turned = shed > 0 ? `; ${shed} turned away, median ${shedP50.toFixed(1)} ms, p99 ${shedP99.toFixed(1)} ms` : '';
  console.log(
    `${what.padEnd(14)} asked ${asked}/s, answered ${goodput.toFixed(0)}/s, p99 ${answeredP99.toFixed(1)} ms${turned}  ${strange.join(', ')}`,
  );
}
