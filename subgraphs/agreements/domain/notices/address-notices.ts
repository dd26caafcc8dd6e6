import { changeKinds } from '../agreement-event.ts';
import type { KnownDaycare } from '../known-daycare.ts';
import { addresseeOf } from '../requests/decision-policy.ts';
import type { AgreementClass } from '../systems/service.ts';
import type { Happening } from './happening.ts';
import { inWords, type Notice, type Owner, type Recipient } from './notice.ts';
import { type Side, sides, toldOf } from './told-of.ts';

/** What notices are addressed by, as it stands now. */
export interface AddressBook {
  /** The daycares, and the units that locations among them belong to. */
  readonly daycares: ReadonlyMap<string, KnownDaycare>;
  /** The class of each request. */
  readonly classes: ReadonlyMap<string, AgreementClass>;
  /** The supplier of each system. */
  readonly suppliers: ReadonlyMap<string, string>;
  /** The recipients of each owner, by the owner in words. */
  readonly recipients: ReadonlyMap<string, readonly Recipient[]>;
}

/** Who is told of an event; each address once, and where there is nobody to tell, a notice to nobody. Nobody is told what his own side did. */
export function noticesOf(happening: Happening, book: AddressBook): Notice[] {
  const told = toldOf(happening.kind);
  const notices = sides
    .filter((side) => told[side])
    .flatMap((side) => ownersOn(side, happening, book).map((owner) => ({ side, owner })))
    .filter(({ owner }) => inWords(owner) !== happening.by)
    .flatMap(({ side, owner }) => noticesTo(owner, side, happening, book));
  return [...new Map(notices.map((notice) => [notice.recipient, notice])).values()];
}

/** Whoever decides now, or the supplier. */
function ownersOn(
  side: Side,
  { daycareNumber, system, supplier, requestId }: Happening,
  { daycares, classes, suppliers }: AddressBook,
): Owner[] {
  if (side === 'supplier') return [{ kind: 'SUPPLIER', key: supplier || (suppliers.get(system) ?? '') }];
  const daycare = daycares.get(daycareNumber);
  if (!daycare) return [{ kind: 'DAYCARE', key: daycareNumber }];
  const house: Owner = { kind: 'DAYCARE', key: daycare.number };
  const municipality: Owner = { kind: 'MUNICIPALITY', key: daycare.municipality };
  const owners = { DAYCARE: [house], MUNICIPALITY: [municipality], EITHER: [municipality, house] };
  return owners[addresseeOf({ daycare, agreementClass: classes.get(requestId) ?? 'OTHER' })];
}

function noticesTo(owner: Owner, side: Side, happening: Happening, book: AddressBook): Notice[] {
  const { position, kind, requestId, daycareNumber, system, service, at } = happening;
  const common = {
    position,
    side,
    kind,
    requestId,
    daycareNumber,
    system,
    service,
    at,
    ownerKind: owner.kind,
    owner: owner.key,
    dueAt: at,
    mailId: null,
  };
  const addresses = addressesFor(owner, kind, book);
  if (!addresses) return [{ ...common, recipient: inWords(owner), state: 'NOBODY' }];
  return addresses.map((recipient) => ({ ...common, recipient, state: 'WAITING' }));
}

/** The addresses of an owner that take this kind; undefined where there is nobody at all. The register's address stands in for a daycare's (P9). */
export function addressesFor(owner: Owner, kind: string, book: AddressBook): string[] | undefined {
  const registered = recipientsOf(owner, book);
  const standIn = registered.length === 0 ? registerAddressOf(owner, book) : undefined;
  if (standIn) return [standIn];
  if (registered.length === 0) return undefined;
  return registered.filter(({ kinds }) => kinds === null || !choosable.has(kind) || kinds.includes(kind)).map(({ email }) => email);
}

// A recipient chooses among changes of requests and accesses; of what else there is it is always told.
const choosable: ReadonlySet<string> = new Set(changeKinds);

/** A location's are those registered for it and those of its unit. */
function recipientsOf(owner: Owner, { recipients, daycares }: AddressBook): readonly Recipient[] {
  const unit = owner.kind === 'DAYCARE' ? daycares.get(owner.key)?.unit : undefined;
  const owners: Owner[] = unit ? [owner, { kind: 'DAYCARE', key: unit }] : [owner];
  return owners.flatMap((each) => recipients.get(inWords(each)) ?? []);
}

/** The address that the register holds; a location uses its unit's. */
export function registerAddressOf({ kind, key }: Owner, { daycares }: Pick<AddressBook, 'daycares'>): string | undefined {
  const daycare = kind === 'DAYCARE' ? daycares.get(key) : undefined;
  const unit = daycare?.unit ? daycares.get(daycare.unit) : daycare;
  return unit?.email ?? undefined;
}
