import { type Service, serviceOf } from '../domain/systems/service.ts';

/** The service of a code that was kept; a code that is none any more is a fault. */
export function serviceNamed(code: string): Service {
  const service = serviceOf(code);
  if (!service) throw new Error(`There is no service ${code}.`);
  return service;
}
