/** What may stand in an element of the format: which attributes, text, or elements once or any number of times. */
export interface ElementForm {
  readonly holdsText?: true;
  readonly attributes?: readonly string[];
  readonly once?: Readonly<Record<string, ElementForm>>;
  readonly many?: Readonly<Record<string, ElementForm>>;
}

const text: ElementForm = { holdsText: true };
const phone: ElementForm = { holdsText: true, attributes: ['protected'] };

const address: ElementForm = {
  once: {
    StreetAddress: text,
    PostalCode: text,
    PostalDistrict: text,
    CountryCode: text,
    Country: text,
    MunicipalityCode: text,
    MunicipalityName: text,
  },
};

const person: ElementForm = {
  attributes: ['protected', 'verificationLevel'],
  once: {
    FirstName: text,
    FamilyName: text,
    CivilRegistrationNumber: text,
    CivilRegistrationNumberType: text,
    EmailAddress: text,
    BirthDate: text,
    Gender: text,
    PhotoId: text,
    Address: address,
    HomePhoneNumber: phone,
    WorkPhoneNumber: phone,
    MobilePhoneNumber: phone,
    AliasFirstName: text,
    AliasFamilyName: text,
  },
};

const contactPerson: ElementForm = {
  attributes: ['relation', 'childCustody', 'accessLevel', 'cvr', 'pnr'],
  once: { Person: person },
};

const institutionPerson: ElementForm = {
  once: {
    LocalPersonId: text,
    Person: person,
    Student: {
      once: { Role: text, StudentNumber: text, Level: text, Location: text, MainGroupId: text },
      many: { GroupId: text, ContactPerson: contactPerson },
    },
    Employee: { once: { ShortName: text, Occupation: text, Location: text }, many: { Role: text, GroupId: text } },
    Extern: { once: { Role: text }, many: { GroupId: text } },
  },
};

const group: ElementForm = {
  once: { GroupId: text, GroupName: text, GroupType: text, GroupLevel: text, Line: text, FromDate: text, ToDate: text },
};

const institution: ElementForm = {
  once: { InstitutionNumber: text, InstitutionName: text },
  many: { Group: group, InstitutionPerson: institutionPerson },
};

/** UNILoginImport, the document of ws10 (4.2). In which order elements stand in each other says nothing and is not judged. */
export const importFormat: ElementForm = {
  once: {
    UNILoginImport: { attributes: ['sourceDateTime', 'source', 'schoolYear', 'sourceVersion'], once: { Institution: institution } },
  },
};

/** Elements of the format have no namespace, or one of the agency's. */
export const isOfTheFormat = (namespace: string): boolean =>
  namespace === '' || /^https?:\/\/([\w-]+\.)*(unilogin|uni-login|stil)\.dk(\/|$)/.test(namespace);

/** What a schema-aware writer adds to any element of any format. */
export const saysNothing = (namespace: string): boolean =>
  /^http:\/\/www\.w3\.org\/(2000\/xmlns\/|2001\/XMLSchema-instance|XML\/1998\/namespace)$/.test(namespace);
