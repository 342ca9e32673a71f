import type { CertificateSummary, LightsailDistribution, Operation } from '@aws-sdk/client-lightsail';
import { formatValue } from '../protocol/format-value';

/** A response of Lightsail with an unexpected shape: no decision may rely on it. */
export class ResponseError extends Error {
  readonly name = 'ResponseError';
  /** As for an incomplete response: the outcome of the call is unknown. */
  readonly $metadata = { httpStatusCode: 200 };
}

/** The members that the handler uses. Each may be missing; others may be added. */
type Shape<T> =
  T extends Date ? 'date' : T extends string ? 'string' : T extends number ? 'number' : T extends boolean ? 'boolean'
    : T extends readonly (infer E)[] ? readonly [Shape<E>] : { readonly [K in keyof T]?: Shape<NonNullable<T[K]>> };

const INSPECTION = { successCodes: ['number'], failureCodes: ['number'] } as const;

const DISTRIBUTION: Shape<LightsailDistribution> = {
  name: 'string',
  arn: 'string',
  createdAt: 'date',
  alternativeDomainNames: ['string'],
  status: 'string',
  isEnabled: 'boolean',
  domainName: 'string',
  bundleId: 'string',
  certificateName: 'string',
  origin: {
    name: 'string',
    resourceType: 'string',
    regionName: 'string',
    protocolPolicy: 'string',
    responseTimeout: 'number',
    ipAddressType: 'string',
    isPrivateOriginAccessEnabled: 'boolean',
  },
  originPublicDNS: 'string',
  defaultCacheBehavior: { behavior: 'string' },
  cacheBehaviorSettings: {
    defaultTTL: 'number',
    minimumTTL: 'number',
    maximumTTL: 'number',
    allowedHTTPMethods: 'string',
    cachedHTTPMethods: 'string',
    forwardedCookies: { option: 'string', cookiesAllowList: ['string'] },
    forwardedHeaders: { option: 'string', headersAllowList: ['string'] },
    forwardedQueryStrings: { option: 'boolean', queryStringsAllowList: ['string'] },
  },
  cacheBehaviors: [{ path: 'string', behavior: 'string' }],
  ableToUpdateBundle: 'boolean',
  ipAddressType: 'string',
  tags: [{ key: 'string', value: 'string' }],
  viewerMinimumTlsProtocolVersion: 'string',
  defaultRootObject: 'string',
  customErrorResponses: [{ errorCode: 'number', responseCode: 'string', responsePagePath: 'string', errorCachingMinTTL: 'number' }],
  waf: {
    isWafEnabled: 'boolean',
    wafRules: [{
      name: 'string',
      atpConfig: { loginPath: 'string', payloadType: 'string', usernameField: 'string', passwordField: 'string', responseInspection: INSPECTION },
      acfpConfig: { payloadType: 'string', creationPath: 'string', registrationPagePath: 'string', responseInspection: INSPECTION },
      botControlConfig: { inspectionLevel: 'string' },
    }],
  },
};

const CERTIFICATE: Shape<CertificateSummary> = {
  certificateArn: 'string',
  certificateName: 'string',
  domainName: 'string',
  certificateDetail: {
    status: 'string',
    subjectAlternativeNames: ['string'],
    domainValidationRecords: [{ domainName: 'string', resourceRecord: { name: 'string', type: 'string', value: 'string' }, validationStatus: 'string' }],
    requestFailureReason: 'string',
    inUseResourceCount: 'number',
    createdAt: 'date',
  },
  tags: [{ key: 'string', value: 'string' }],
};

const OPERATION: Shape<Operation> = {
  id: 'string', resourceName: 'string', operationType: 'string', status: 'string', isTerminal: 'boolean', createdAt: 'date', statusChangedAt: 'date', errorCode: 'string', errorDetails: 'string',
};

interface Distributions { readonly distributions?: LightsailDistribution[] }
interface Certificates { readonly certificates?: CertificateSummary[] }
interface Operations { readonly operations?: Operation[] }

export function parseDistribution(name: string, response: Distributions): LightsailDistribution | undefined {
  const found = parseList(response, 'distributions', [DISTRIBUTION]);
  return found.some((one) => one.name !== name) ? refuse('distributions', found) : found[0];
}

/** All of an account. */
export function parseDistributions(response: Distributions): readonly LightsailDistribution[] {
  return parseList(response, 'distributions', [DISTRIBUTION]);
}

export function parseCertificate(name: string, response: Certificates): CertificateSummary | undefined {
  const found = parseList(response, 'certificates', [CERTIFICATE]);
  return found.some((one) => one.certificateName !== name) ? refuse('certificates', found) : found[0];
}

export function parseOperations(response: Operations): readonly Operation[] {
  return parseList(response, 'operations', [OPERATION]);
}

/** An empty list may be omitted, but not in an error with the HTTP status of a success. */
function parseList<K extends string, E>(response: { readonly [name in K]?: E[] }, name: K, shape: readonly [Shape<E>]): readonly E[] {
  const { __type: type } = response as { readonly __type?: unknown };
  if (type !== undefined) refuse('__type', type);
  return parse<readonly E[]>(response[name] ?? [], shape as never, name);
}

export function parseOperation({ operation }: { readonly operation?: Operation }): Operation {
  return parse(operation, OPERATION, 'operation');
}

/** The id of the operation that a write started. Without the id the operation can still be found. */
export function parseOperationId(response: { readonly operation?: Operation }): string | undefined {
  return response.operation && parseOperation(response).id;
}

/** Tags change at once, so the response includes the final status. */
export function assertTagsWritten({ operations = [] }: { readonly operations?: Operation[] }): void {
  const failed = parse(operations, [OPERATION], 'operations').find(({ status }) => status === 'Failed');
  if (failed) throw Object.assign(new Error(failed.errorDetails ?? 'no details'), { name: failed.errorCode ?? 'OperationFailed' });
}

function parse<T>(value: T | undefined, shape: Shape<T>, path: string): T {
  check(value, shape, path);
  return value as T;
}

/** Much longer than any text of Lightsail. */
const MAX_TEXT_LENGTH = 10_000;

function check(value: unknown, shape: unknown, path: string): void {
  if (typeof shape === 'string') {
    if (!fits(value, shape)) refuse(path, value);
  } else if (Array.isArray(shape)) {
    if (!Array.isArray(value)) refuse(path, value);
    value.forEach((entry, index) => check(entry, shape[0], `${path}[${index}]`));
  } else {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(path, value);
    for (const [name, inner] of Object.entries(shape as object)) {
      const member = (value as Readonly<Record<string, unknown>>)[name];
      if (member !== undefined) check(member, inner, `${path}.${name}`);
    }
  }
}

function fits(value: unknown, type: string): boolean {
  if (type === 'date') return Number.isFinite((value as Partial<Date> | null)?.getTime?.());
  if (type === 'number') return Number.isFinite(value);
  return typeof value === type && (typeof value !== 'string' || value.length <= MAX_TEXT_LENGTH);
}

function refuse(path: string, value: unknown): never {
  throw new ResponseError(`cannot read the response of Lightsail, ${path} is ${formatValue(value)}`);
}
