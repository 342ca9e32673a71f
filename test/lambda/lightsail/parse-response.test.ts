import type { CertificateSummary, LightsailDistribution, Operation } from '@aws-sdk/client-lightsail';
import {
  assertTagsWritten, parseCertificate, parseDistribution, parseOperation, parseOperationId, parseOperations, ResponseError,
} from '../../../lambda/lightsail/parse-response';

const AT = new Date('2026-06-01T00:00:00Z');

const DISTRIBUTION: LightsailDistribution = {
  name: 'my-cdn',
  arn: 'arn:aws:lightsail:us-east-1:111122223333:Distribution/1',
  createdAt: AT,
  alternativeDomainNames: ['example.com'],
  status: 'Deployed',
  isEnabled: true,
  domainName: 'd1.cloudfront.net',
  bundleId: 'small_1_0',
  certificateName: 'cert',
  origin: {
    name: 'web',
    resourceType: 'Instance',
    regionName: 'eu-west-1',
    protocolPolicy: 'https-only',
    responseTimeout: 30,
    ipAddressType: 'ipv4',
    isPrivateOriginAccessEnabled: false,
  },
  originPublicDNS: '192.0.2.1',
  defaultCacheBehavior: { behavior: 'cache' },
  cacheBehaviorSettings: {
    defaultTTL: 60,
    minimumTTL: 0,
    maximumTTL: 600,
    allowedHTTPMethods: 'GET,HEAD',
    cachedHTTPMethods: 'GET,HEAD',
    forwardedCookies: { option: 'allow-list', cookiesAllowList: ['session'] },
    forwardedHeaders: { option: 'allow-list', headersAllowList: ['Host'] },
    forwardedQueryStrings: { option: true, queryStringsAllowList: ['page'] },
  },
  cacheBehaviors: [{ path: '/api/*', behavior: 'dont-cache' }],
  ableToUpdateBundle: true,
  ipAddressType: 'dualstack',
  tags: [{ key: 'team', value: 'web' }],
  viewerMinimumTlsProtocolVersion: 'TLSv1.2_2021',
  defaultRootObject: 'index.html',
  customErrorResponses: [{ errorCode: 404, responseCode: '200', responsePagePath: '/index.html', errorCachingMinTTL: 10 }],
  waf: {
    isWafEnabled: true,
    wafRules: [{
      name: 'AWSManagedRulesATPRuleSet',
      atpConfig: {
        loginPath: '/login',
        payloadType: 'JSON',
        usernameField: 'user',
        passwordField: 'password',
        responseInspection: { successCodes: [200], failureCodes: [401] },
      },
      acfpConfig: {
        payloadType: 'JSON',
        creationPath: '/create',
        registrationPagePath: '/register',
        responseInspection: { successCodes: [201], failureCodes: [403] },
      },
      botControlConfig: { inspectionLevel: 'COMMON' },
    }],
  },
};

const CERTIFICATE: CertificateSummary = {
  certificateName: 'cert', domainName: 'example.com', certificateDetail: { status: 'ISSUED', subjectAlternativeNames: ['www.example.com'] },
};

const OPERATION: Operation = {
  id: 'op-1',
  resourceName: 'my-cdn',
  operationType: 'UpdateDistribution',
  status: 'Failed',
  isTerminal: true,
  createdAt: AT,
  statusChangedAt: AT,
  errorCode: 'EdgeFull',
  errorDetails: 'no room at the edge',
};

type Path = readonly string[];

/** Returns the paths of all members and list entries, at any depth. */
function pathsOf(value: unknown): readonly Path[] {
  if (typeof value !== 'object' || value === null || value instanceof Date) return [];
  return Object.entries(value).flatMap(([name, member]) => [[name], ...pathsOf(member).map((path) => [name, ...path])]);
}

const format = (path: Path) => path.map((name) => (/^\d+$/.test(name) ? `[${name}]` : `.${name}`)).join('');

const memberAt = (value: unknown, path: Path) => path.reduce((member, name) => (member as Readonly<Record<string, unknown>>)[name], value);

function replaced<T>(value: T, path: Path, by: unknown): T {
  const copy = structuredClone(value);
  (memberAt(copy, path.slice(0, -1)) as Record<string, unknown>)[path.at(-1)!] = by;
  return copy;
}

/** Returns a value of another type and its text in a message: a list in place of an object, and an object in place of anything else. */
function ofAnotherType(member: unknown): readonly [unknown, string] {
  return typeof member === 'object' && !Array.isArray(member) && !(member instanceof Date) ? [[], '[]'] : [{}, '{}'];
}

const refused = (path: string, value: string) => expect.objectContaining({
  name: 'ResponseError',
  message: `cannot read the response of Lightsail, ${path} is ${value}`,
  // With this status, the outcome of a write is unknown.
  $metadata: { httpStatusCode: 200 },
}) as ResponseError;

function thrownBy(parse: () => unknown): unknown {
  try {
    return `returned ${JSON.stringify(parse())}`;
  } catch (error) {
    return error;
  }
}

describe.each<[string, string, object, (value: object) => unknown]>([
  ['distributions[0]', 'name', DISTRIBUTION, (value) => parseDistribution('my-cdn', { distributions: [value] })],
  ['certificates[0]', 'certificateName', CERTIFICATE, (value) => parseCertificate('cert', { certificates: [value] })],
  ['operation', 'none', OPERATION, (value) => parseOperation({ operation: value })],
])('%s', (root, identity, complete, parse) => {
  const paths = pathsOf(complete);

  test('a complete one is returned unchanged, also with members that the handler does not know', () => {
    const extended = { ...complete, supportCode: '6EXAMPLE', novelty: { level: [5] } };
    expect([parse(complete), parse(extended)]).toEqual([complete, extended]);
  });

  test('each member may be missing, except the name that identifies it', () => {
    for (const path of paths.filter((at) => format(at) !== `.${identity}` && !format(at).endsWith(']'))) {
      const partial = replaced(complete, path, undefined);
      expect([path, parse(partial)]).toEqual([path, partial]);
    }
  });

  test('each member is refused, by its path, when it is null or of another type', () => {
    for (const path of paths) {
      const [wrong, text] = ofAnotherType(memberAt(complete, path));
      expect(thrownBy(() => parse(replaced(complete, path, null)))).toEqual(refused(`${root}${format(path)}`, 'null'));
      expect(thrownBy(() => parse(replaced(complete, path, wrong)))).toEqual(refused(`${root}${format(path)}`, text));
    }
  });

  test.each([[null, 'null'], [[], '[]'], ['text', '"text"'], [5, '5']])('%p instead of it is refused', (value, text) => {
    expect(thrownBy(() => parse(value as object))).toEqual(refused(root, text));
  });
});

test.each<[keyof LightsailDistribution, unknown, string]>([
  ['createdAt', new Date(NaN), 'null'],
  ['isEnabled', 'true', '"true"'],
  ['bundleId', 5, '5'],
  ['bundleId', true, 'true'],
])('a distribution whose %s is %p is refused', (name, value, text) => {
  expect(thrownBy(() => parseDistribution('my-cdn', { distributions: [{ ...DISTRIBUTION, [name]: value }] }))).toEqual(refused(`distributions[0].${name}`, text));
});

test.each([NaN, Infinity, '30'])('a response timeout of %p is refused', (responseTimeout) => {
  const origin = { ...DISTRIBUTION.origin, responseTimeout: responseTimeout as number };
  expect(thrownBy(() => parseDistribution('my-cdn', { distributions: [{ ...DISTRIBUTION, origin }] })))
    .toEqual(refused('distributions[0].origin.responseTimeout', typeof responseTimeout === 'string' ? '"30"' : 'null'));
});

test('a text may have 10,000 characters', () => {
  const longest = { ...OPERATION, errorDetails: 'x'.repeat(10_000) };
  expect(parseOperation({ operation: longest })).toBe(longest);
  expect(thrownBy(() => parseOperation({ operation: { errorDetails: 'x'.repeat(10_001) } })))
    .toEqual(refused('operation.errorDetails', `"${'x'.repeat(116)}...`));
});

describe('a list', () => {
  const parsers: [string, (list: never) => unknown, unknown][] = [
    ['distributions', (distributions) => parseDistribution('my-cdn', { distributions }), undefined],
    ['certificates', (certificates) => parseCertificate('cert', { certificates }), undefined],
    ['operations', (operations) => parseOperations({ operations }), []],
  ];

  test.each(parsers)('of %s may be empty or omitted', (_name, parse, none) => {
    expect([parse([] as never), parse(undefined as never)]).toEqual([none, none]);
  });

  test.each(parsers)('of %s is refused when it is an object or has an entry that is not one', (name, parse) => {
    expect(thrownBy(() => parse({ length: 0 } as never))).toEqual(refused(name, '{"length":0}'));
    expect(thrownBy(() => parse([5] as never))).toEqual(refused(`${name}[0]`, '5'));
  });

  test.each(['my-cdn', 'third-cdn'])('of distributions is refused when one of them is not the one of this name: %s and other-cdn', (name) => {
    expect(thrownBy(() => parseDistribution('my-cdn', { distributions: [{ name }, { name: 'other-cdn' }] })))
      .toEqual(refused('distributions', `[{"name":"${name}"},{"name":"other-cdn"}]`));
  });

  test.each(['cert', 'third-cert'])('of certificates is refused when one of them is not the one of this name: %s and other-cert', (certificateName) => {
    expect(thrownBy(() => parseCertificate('cert', { certificates: [{ certificateName }, { certificateName: 'other-cert' }] })))
      .toEqual(refused('certificates', `[{"certificateName":"${certificateName}"},{"certificateName":"other-cert"}]`));
  });

  test('of operations has all of them', () => {
    const operations = [OPERATION, { id: 'op-2' }];
    expect(parseOperations({ operations })).toEqual(operations);
  });

  test('that is omitted from an error with the HTTP status of a success is not empty', () => {
    expect(thrownBy(() => parseDistribution('my-cdn', { __type: 'InternalFailure' } as object))).toEqual(refused('__type', '"InternalFailure"'));
  });
});

test('the id of the operation that a write started, if the response has one', () => {
  expect([parseOperationId({ operation: OPERATION }), parseOperationId({ operation: {} }), parseOperationId({})]).toEqual(['op-1', undefined, undefined]);
  expect(thrownBy(() => parseOperationId({ operation: { id: 5 as never } }))).toEqual(refused('operation.id', '5'));
});

describe('a response to a change of tags', () => {
  test('without a failed operation says that it is written', () => {
    for (const response of [{}, { operations: [] }, { operations: [{ ...OPERATION, status: 'Succeeded' as const }, {}] }]) {
      expect(thrownBy(() => assertTagsWritten(response))).toBe('returned undefined');
    }
  });

  test.each<[Operation, string, string]>([
    [OPERATION, 'EdgeFull', 'no room at the edge'],
    [{ status: 'Failed' }, 'OperationFailed', 'no details'],
  ])('with a failed operation is an error: %j', (failed, name, message) => {
    expect(thrownBy(() => assertTagsWritten({ operations: [{ status: 'Succeeded' }, failed] }))).toMatchObject({ name, message });
  });

  test('with a malformed operation is refused', () => {
    expect(thrownBy(() => assertTagsWritten({ operations: [{ status: 5 as never }] }))).toEqual(refused('operations[0].status', '5'));
  });
});
