import {
  createLocalJWKSet,
  decodeProtectedHeader,
  errors,
  FlattenedSign,
  flattenedVerify,
  type FlattenedJWS,
  type JSONWebKeySet,
} from 'jose';
import { ALGORITHM, type SigningKey } from './keys.ts';

/** Keeps a checkpoint's signature from passing for any other, and any other for a checkpoint's. */
const TYPE = 'tilslut-checkpoint';

/** What is vouched for: at this time, this log had this hash at this position. The key's id stands in the signature's header. */
export interface Checkpoint {
  readonly logId: string;
  readonly subgraph: string;
  readonly position: number;
  readonly hash: string;
  readonly at: number;
  /** The process that wrote it: what one process wrote stands in order, what several wrote may cross. */
  readonly writer: string;
}

/** A checkpoint as one line of JSON: a flattened JSON Web Signature, which any library for these verifies. */
export async function signCheckpoint(checkpoint: Checkpoint, { name, privateKey }: SigningKey): Promise<string> {
  const payload = new TextEncoder().encode(JSON.stringify(checkpoint));
  return JSON.stringify(await new FlattenedSign(payload).setProtectedHeader({ alg: ALGORITHM, kid: name, typ: TYPE }).sign(privateKey));
}

/** Why a line is no checkpoint to go by. */
export type LineFault = 'INCOMPLETE' | 'UNKNOWN_KEY' | 'BAD_SIGNATURE' | 'NO_CHECKPOINT';
export type CheckpointLine =
  | { readonly checkpoint: Checkpoint; readonly keyId: string }
  | { readonly fault: LineFault; readonly keyId?: string };

/** Reads lines by the public keys that are trusted. */
export function checkpointReader(trusted: JSONWebKeySet): (line: string) => Promise<CheckpointLine> {
  const keys = createLocalJWKSet(trusted);
  return async (line) => {
    const jws = jwsIn(line);
    if (!jws) return { fault: 'INCOMPLETE' };
    const keyId = keyIdOf(jws);
    try {
      const { payload, protectedHeader } = await flattenedVerify(jws, keys, { algorithms: [ALGORITHM] });
      const checkpoint = protectedHeader?.typ === TYPE ? checkpointIn(new TextDecoder().decode(payload)) : undefined;
      return checkpoint ? { checkpoint, keyId } : { fault: 'NO_CHECKPOINT', keyId };
    } catch (fault) {
      if (fault instanceof errors.JWKSNoMatchingKey) return { fault: 'UNKNOWN_KEY', keyId };
      if (fault instanceof errors.JOSEError || fault instanceof TypeError) return { fault: 'BAD_SIGNATURE', keyId };
      throw fault;
    }
  };
}

function jwsIn(line: string): FlattenedJWS | undefined {
  try {
    const told: Partial<FlattenedJWS> | null = JSON.parse(line);
    const { protected: header, payload, signature } = told ?? {};
    return typeof header === 'string' && typeof payload === 'string' && typeof signature === 'string'
      ? { protected: header, payload, signature }
      : undefined;
  } catch {
    return undefined;
  }
}

function keyIdOf(jws: FlattenedJWS): string {
  try {
    return String(decodeProtectedHeader(jws).kid);
  } catch {
    return 'unreadable';
  }
}

function checkpointIn(text: string): Checkpoint | undefined {
  const { logId, subgraph, position, hash, at, writer }: Partial<Checkpoint> = JSON.parse(text);
  if (typeof logId !== 'string' || typeof subgraph !== 'string' || typeof writer !== 'string') return undefined;
  if (typeof position !== 'number' || !Number.isSafeInteger(position) || position < 1) return undefined;
  if (typeof hash !== 'string' || typeof at !== 'number' || !Number.isFinite(at)) return undefined;
  return { logId, subgraph, position, hash, at, writer };
}
