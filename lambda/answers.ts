import type { CertificateSummary, LightsailDistribution, Operation } from '@aws-sdk/client-lightsail';
import { shown } from './codec';

/** Lightsail has answered, but not what it is known to answer: nothing may be written on the ground of it. */
export class AnswerError extends Error {
  readonly name = 'AnswerError';
  /** Like an answer that broke off: whatever was asked for may have been done. */
  readonly $metadata = { httpStatusCode: 200 };
}

/** The members that the handler goes by. Each may be missing; new ones may come. */
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
  certificateName: 'string', domainName: 'string', certificateDetail: { status: 'string', subjectAlternativeNames: ['string'] },
};

const OPERATION: Shape<Operation> = {
  id: 'string', resourceName: 'string', operationType: 'string', status: 'string', isTerminal: 'boolean', createdAt: 'date', statusChangedAt: 'date', errorCode: 'string', errorDetails: 'string',
};

interface Distributions { readonly distributions?: LightsailDistribution[] }
interface Certificates { readonly certificates?: CertificateSummary[] }
interface Operations { readonly operations?: Operation[] }

/** Of one name. */
export function distributionNamed(name: string, answer: Distributions): LightsailDistribution | undefined {
  const found = listIn(answer, 'distributions', [DISTRIBUTION]);
  return found.some((one) => one.name !== name) ? refuse('distributions', found) : found[0];
}

export function certificateNamed(name: string, answer: Certificates): CertificateSummary | undefined {
  const found = listIn(answer, 'certificates', [CERTIFICATE]);
  return found.some((one) => one.certificateName !== name) ? refuse('certificates', found) : found[0];
}

export function operationsIn(answer: Operations): readonly Operation[] {
  return listIn(answer, 'operations', [OPERATION]);
}

/** An empty list may be left out, but not in an error that comes with the status of an answer. */
function listIn<K extends string, E>(answer: { readonly [name in K]?: E[] }, name: K, shape: readonly [Shape<E>]): readonly E[] {
  const { __type: type } = answer as { readonly __type?: unknown };
  if (type !== undefined) refuse('__type', type);
  return understood<readonly E[]>(answer[name] ?? [], shape as never, name);
}

export function operationIn({ operation }: { readonly operation?: Operation }): Operation {
  return understood(operation, OPERATION, 'operation');
}

/** Of the operation that a write has begun; without it, it can still be found. */
export function idOf(answer: { readonly operation?: Operation }): string | undefined {
  return answer.operation && operationIn(answer).id;
}

/** Tags change at once, so that the answer tells whether they have. */
export function succeeded({ operations = [] }: { readonly operations?: Operation[] }): void {
  const failed = understood(operations, [OPERATION], 'operations').find(({ status }) => status === 'Failed');
  if (failed) throw Object.assign(new Error(failed.errorDetails ?? 'no details'), { name: failed.errorCode ?? 'OperationFailed' });
}

function understood<T>(value: T | undefined, shape: Shape<T>, path: string): T {
  check(value, shape, path);
  return value as T;
}

/** Far more than Lightsail says anywhere. */
const LONGEST_TEXT = 10_000;

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
  return typeof value === type && (typeof value !== 'string' || value.length <= LONGEST_TEXT);
}

function refuse(path: string, value: unknown): never {
  throw new AnswerError(`Lightsail's answer cannot be understood, ${path} is ${shown(value)}`);
}
