import { describe, expect, test } from '@jest/globals';
import { engines } from '../../support/databases.ts';
import { decidedTown, units } from '../support/decided-imports.ts';
import { child, contact, documentOf, employee, numberOf, placement, submitDocument } from '../support/neighbourhood.ts';
import { xmlOf } from '../support/xml-of.ts';

describe.each(engines)("a document of today's format that is only tried, on $engine", (engine) => {
  const { town, apply, picture } = decidedTown(engine);
  const number = units.municipal;
  const kin = (serial: number) => {
    const { localPersonId: _, ...bare } = contact({ id: 'M', first: `Kin ${serial}`, number: numberOf(serial) });
    return bare;
  };
  const unread = () =>
    xmlOf(
      documentOf(number, [
        child({ id: 'K', number: numberOf(881) }, { contacts: [kin(882), kin(883)] }),
        employee({ id: 'E', first: 'Perhaps protected', number: numberOf(884) }),
      ]),
    )
      .replace('childCustody="true"', 'childCustody="perhaps"')
      .replace(/accessLevel="2"(?!.*accessLevel)/s, 'accessLevel="two"')
      .replace(/protected="false"(?=(?:(?!protected=).)*<Employee>)/s, '');
  const counts = { persons: 4, begun: 1, refused: 3 };

  test('is applied as it was tried: what could not be read of it is not read any better from what was kept', async () => {
    const { data } = await town().ask(placement, submitDocument, { document: unread(), dryRun: true });
    const tried = data.submitImportDocument;
    expect(tried).toMatchObject({ state: 'PLANNED', counts });
    expect(tried.notices.nodes.map(({ code }: { code: string }) => code)).toEqual([
      'CUSTODY_UNTOLD',
      'ACCESS_LEVEL_UNKNOWN',
      'PROTECTION_UNTOLD',
    ]);
    expect((await apply(tried.id)).run).toMatchObject({ id: tried.id, state: 'APPLIED', counts });
    expect((await picture(number)).map(({ name }) => name.first)).toEqual(['First K']);
  });

  test('is refused by its fault, and nothing is kept to be applied', async () => {
    const document = unread().replace('</Institution>', '<Kitchen/></Institution>');
    const { data } = await town().ask(placement, submitDocument, { document, dryRun: true });
    expect(data.submitImportDocument).toMatchObject({ state: 'REFUSED', refusal: { code: 'INVALID_INPUT', rule: 'I16' } });
    expect((await apply(data.submitImportDocument.id)).code).toBe('NOT_FOUND');
  });
});
