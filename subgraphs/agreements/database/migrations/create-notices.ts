import { type MigrationInterface, type QueryRunner, type Table, TableColumn } from 'typeorm';
import { table } from '#shared/migrations.ts';

const varchar = (length: number) => ({ type: 'varchar', length: String(length) });
const maybe = (length: number) => ({ ...varchar(length), isNullable: true });
const primary = (length: number) => ({ ...varchar(length), isPrimary: true });
const instant = { type: 'bigint' };
const maybeProse = { type: 'text', isNullable: true };

/** Who is told, what of the log they were told, and the mails it went in; and the daycares' own addresses, as the register holds them. */
export class CreateNotices1790000012000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const each of noticeTables(runner)) await runner.createTable(each);
    await runner.addColumn('known_daycare', new TableColumn({ name: 'email', ...maybe(254) }));
    // Nobody is told what happened before there were notices.
    await runner.query("INSERT INTO log_reader (reader, position) SELECT 'notices', position FROM event_log_head");
    // The register is heard once more from its beginning, now with the addresses.
    await runner.query("UPDATE follower_state SET `cursor` = NULL WHERE feed = 'institutions'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('known_daycare', 'email');
    for (const each of noticeTables(runner).reverse()) await runner.dropTable(each);
  }
}

const noticeTables = (runner: QueryRunner): Table[] => [
  table(runner, 'log_reader', { reader: primary(20), position: instant }),
  table(
    runner,
    'notice_recipient',
    { id: primary(36), ownerKind: varchar(12), owner: varchar(20), email: varchar(254), kinds: maybeProse, addedAt: instant },
    [{ name: 'notice_recipient_owner', columns: ['ownerKind', 'owner', 'email'], unique: true }],
  ),
  table(
    runner,
    'notice',
    {
      position: { ...instant, isPrimary: true },
      recipient: primary(254),
      ownerKind: varchar(12),
      owner: varchar(20),
      side: varchar(10),
      kind: varchar(20),
      requestId: varchar(36),
      daycareNumber: varchar(6),
      system: varchar(20),
      service: varchar(40),
      at: instant,
      state: varchar(10),
      dueAt: instant,
      mailId: maybe(36),
    },
    [
      { name: 'notice_state', columns: ['state', 'dueAt'] },
      { name: 'notice_recipient_at', columns: ['recipient', 'at'] },
      { name: 'notice_in_mail', columns: ['mailId'] },
      { name: 'notice_owner', columns: ['ownerKind', 'owner', 'state'] },
    ],
  ),
  table(
    runner,
    'notice_mail',
    {
      id: primary(36),
      recipient: varchar(254),
      messageId: varchar(200),
      isDigest: { type: 'boolean' },
      state: varchar(10),
      attempts: { type: 'int' },
      madeAt: instant,
      dueAt: instant,
      claim: varchar(36),
      sentAt: { ...instant, isNullable: true },
      reason: maybeProse,
    },
    [
      { name: 'notice_mail_due', columns: ['state', 'dueAt'] },
      { name: 'notice_mail_recipient', columns: ['recipient', 'madeAt'] },
    ],
  ),
];
