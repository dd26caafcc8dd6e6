import { type Calling, deliverEvent } from '../actions/webhooks/deliver-event.ts';
import type { WebhookDesk } from '../domain/webhooks/webhook-desk.ts';

const MOST_AT_ONCE = 16;

/** Sends to each system its events in order, to several side by side, so that a slow one holds up nobody else. */
export function webhookRounds(desk: WebhookDesk, calling: Calling, report: (fault: unknown) => void) {
  const underWay = new Map<string, Promise<void>>();
  const sendAll = async (system: string, stopped: () => boolean) => {
    try {
      while (!stopped() && (await deliverEvent(desk, system, calling)));
    } catch (fault) {
      report(fault);
    }
    underWay.delete(system);
  };
  return {
    /** Begins to send what is due, and comes back without waiting for it. */
    begin: async (stopped: () => boolean): Promise<void> => {
      while (!stopped() && (await desk.noteEvents()));
      for (const system of await desk.due())
        if (underWay.size < MOST_AT_ONCE && !underWay.has(system)) underWay.set(system, sendAll(system, stopped));
    },
    /** Comes back when what is under way has ended. */
    end: async (): Promise<void> => void (await Promise.all(underWay.values())),
  };
}
