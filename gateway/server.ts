import { readFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { gatewayConfig } from './config.ts';
import { beginPlanner } from './planning/planner.ts';

// What loads longest, federation's library, loads in the planner's thread while the rest loads here.
if (import.meta.main) {
  enableCompileCache(new URL('../node_modules/.cache/compiled', import.meta.url).pathname);
  const config = gatewayConfig(process.env);
  const planner = beginPlanner(readFileSync(config.supergraph, 'utf8'));
  const { serve } = await import('./serve.ts');
  await serve(config, planner);
}
