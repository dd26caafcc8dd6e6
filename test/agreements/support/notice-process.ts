import { flushCompileCache } from 'node:module';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { openTown, PUBLIC_URL } from './notice-town.ts';
import { deliverMails } from '../../../subgraphs/agreements/jobs/deliver-mails.ts';
import { smtpPost } from '../../../subgraphs/agreements/outside/mail.ts';

// A process that tells people until it is killed: loaded at once, at work when it is told where and at what time.
flushCompileCache();
console.log('loaded');
for await (const line of createInterface({ input: process.stdin })) {
  const { url, office, ahead }: { url: string; office: string; ahead: number } = JSON.parse(line);
  const town = await openTown(url, { clock: () => Date.now() + ahead });
  const post = smtpPost({ url: office, from: 'notices@tilslut.example' });
  console.log('at work');
  for (;;) {
    await town.tell();
    await deliverMails(town.desk, { post, publicUrl: PUBLIC_URL, chance: Math.random }, () => false);
    await pause(5);
  }
}
