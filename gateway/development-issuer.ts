import { createHash, randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { type Assurance, assurances, type Mandate } from '#shared/actor.ts';
import { type Refusal, refusal } from '#shared/refusal.ts';
import { kindOf, mandatesFrom } from './actor-from-claims.ts';
import type { Issuer } from './authenticate.ts';

const ISSUER = 'urn:tilslut:development';
const AUDIENCE = 'tilslut';
/** The claim in which a token made here says somebody's national number. */
export const NUMBER_CLAIM = 'nationalNumber';
const LIVES_SECONDS = 600;

/** Somebody to try the system as. */
export interface Persona {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly assurance: Assurance;
  readonly mandates: readonly Mandate[];
  /** As the national e-ID would vouch for it; made up. */
  readonly nationalNumber?: string;
}

/** An issuer of ready-made tokens, for trying only: its key lives as long as the process, and its routes answer on loopback only. */
export interface DevelopmentIssuer extends Issuer {
  token(as: Pick<Persona, 'name' | 'assurance' | 'mandates'> & { readonly id?: string; readonly nationalNumber?: string }): Promise<string>;
}

export async function developmentIssuer(): Promise<DevelopmentIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA');
  const kid = randomUUID();
  return {
    issuer: ISSUER,
    audience: AUDIENCE,
    keys: createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'EdDSA' }] }),
    token: ({ id, name, assurance, mandates, nationalNumber }) =>
      new SignJWT({ name, assurance, mandates, ...(nationalNumber && { [NUMBER_CLAIM]: nationalNumber }) })
        .setProtectedHeader({ alg: 'EdDSA', kid })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(id ?? subjectOf(name, [mandates, nationalNumber]))
        .setIssuedAt()
        .setExpirationTime(`${LIVES_SECONDS}s`)
        .sign(privateKey),
  };
}

/** The same name with the same mandates is the same somebody. */
const subjectOf = (name: string, as: readonly unknown[]) =>
  `dev-${createHash('sha256')
    .update(JSON.stringify([name, ...as]))
    .digest('hex')
    .slice(0, 20)}`;

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]', '::1']);

/** `GET /dev/personas` and `POST /dev/token`. Only for callers on this machine who name it by its own name. */
export async function developmentRoutes(
  app: FastifyInstance,
  { issuer, personas }: { readonly issuer: DevelopmentIssuer; readonly personas: readonly Persona[] },
): Promise<void> {
  app.addHook('onRequest', async (request, reply) => {
    if (!loopback.has(request.ip) || !loopbackNames.has(request.hostname))
      return reply.code(404).send(refusing(refusal('NOT_FOUND', 'There is nothing here.')));
  });
  app.get('/dev/personas', async () => ({ personas }));
  app.post('/dev/token', async (request, reply) => {
    const wanted = wantedFrom(request.body, personas);
    return 'code' in wanted
      ? reply.code(400).send(refusing(wanted))
      : { access_token: await issuer.token(wanted), token_type: 'Bearer', expires_in: LIVES_SECONDS };
  });
}

const refusing = (told: Refusal) => ({ errors: [{ message: told.because, extensions: { ...told } }] });

type Wanted = Pick<Persona, 'name' | 'assurance' | 'mandates' | 'nationalNumber'> & { readonly id?: string };

function wantedFrom(body: unknown, personas: readonly Persona[]): Wanted | Refusal {
  if (typeof body !== 'object' || body === null)
    return refusal('INVALID_INPUT', 'Send {"as": "<persona>"} or {"name": ..., "assurance": ..., "mandates": [...]} as JSON.');
  if ('as' in body) {
    const persona = personas.find(({ id }) => id === body.as);
    return persona ?? refusal('NOT_FOUND', `There is no such persona; GET /dev/personas lists them.`);
  }
  const mandates = mandatesFrom('mandates' in body ? body.mandates : []);
  const assurance = 'assurance' in body ? assurances.find((each) => each === body.assurance) : 'SUBSTANTIAL';
  if (!mandates)
    return refusal('INVALID_INPUT', 'A mandate is not one that is known here, or what it is over is missing.', {
      facts: { field: 'mandates' },
    });
  if (!kindOf(mandates))
    return refusal('INVALID_INPUT', "A token does not mix a system's and a person's mandates.", { facts: { field: 'mandates' } });
  if (!assurance) return refusal('INVALID_INPUT', 'assurance is LOW, SUBSTANTIAL or HIGH.', { facts: { field: 'assurance' } });
  const nationalNumber = 'nationalNumber' in body && typeof body.nationalNumber === 'string' ? { nationalNumber: body.nationalNumber } : {};
  return { name: 'name' in body && typeof body.name === 'string' ? body.name : 'Somebody', assurance, mandates, ...nationalNumber };
}
