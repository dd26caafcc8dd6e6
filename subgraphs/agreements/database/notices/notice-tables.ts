import { EntitySchema } from 'typeorm';
import { flag, instant, json, key, longText, optional, text, whole } from '#shared/columns.ts';
import type { Mail, Notice, Recipient } from '../../domain/notices/notice.ts';

/** How far something of our own has read our own log. */
export interface LogReader {
  readonly reader: string;
  readonly position: number;
}

const id = text(36);
// The longest address there is.
const address = text(254);

export const logReaders = new EntitySchema<LogReader>({ name: 'log_reader', columns: { reader: key(text(20)), position: instant } });

export const recipients = new EntitySchema<Recipient>({
  name: 'notice_recipient',
  columns: { id: key(id), ownerKind: text(12), owner: text(20), email: address, kinds: { ...json, nullable: true }, addedAt: instant },
  indices: [{ name: 'notice_recipient_owner', columns: ['ownerKind', 'owner', 'email'], unique: true }],
});

export const notices = new EntitySchema<Notice>({
  name: 'notice',
  columns: {
    position: key(instant),
    recipient: key(address),
    ownerKind: text(12),
    owner: text(20),
    side: text(10),
    kind: text(20),
    requestId: text(36),
    daycareNumber: text(6),
    system: text(20),
    service: text(40),
    at: instant,
    state: text(10),
    dueAt: instant,
    mailId: optional(id),
  },
  indices: [
    { name: 'notice_state', columns: ['state', 'dueAt'] },
    { name: 'notice_recipient_at', columns: ['recipient', 'at'] },
    { name: 'notice_in_mail', columns: ['mailId'] },
    { name: 'notice_owner', columns: ['ownerKind', 'owner', 'state'] },
  ],
});

export const mails = new EntitySchema<Mail>({
  name: 'notice_mail',
  columns: {
    id: key(id),
    recipient: address,
    messageId: text(200),
    isDigest: flag,
    state: text(10),
    attempts: whole,
    madeAt: instant,
    dueAt: instant,
    claim: text(36),
    sentAt: optional(instant),
    reason: optional(longText),
  },
  indices: [
    { name: 'notice_mail_due', columns: ['state', 'dueAt'] },
    { name: 'notice_mail_recipient', columns: ['recipient', 'madeAt'] },
  ],
});

export const noticeTables = [logReaders, recipients, notices, mails];
