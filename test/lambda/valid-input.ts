import { CACHE_RESET } from '../../lambda/cache-reset/controller';
import type { ResourceEvent } from '../../lambda/protocol/event';

/** An independent definition of valid input: predicates that do not use the parsers of the handler. */
type Valid = (value: unknown) => boolean;

const text: Valid = (value) => typeof value === 'string' && value.length <= 4_096;
const flag: Valid = (value) => [true, false, 'true', 'false'].includes(value as string);
const whole: Valid = (value) => (typeof value === 'string' ? /^[0-9]{1,15}$/.test(value) : Number.isSafeInteger(value) && Number(value) >= 0);
const word = (...words: string[]): Valid => (value) => words.includes(value as string);
const list = (entry: Valid): Valid => (value) => Array.isArray(value) && value.every(entry);
const anything: Valid = () => true;

/** A member with an exclamation mark is required. Members that are not listed are not allowed. */
const object = (valid: Readonly<Record<string, Valid>>): Valid => (value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const members = new Map(Object.entries(valid).map(([name, one]) => [name.replace('!', ''), one]));
  return Object.entries(value).every(([name, member]) => members.get(name)?.(member) ?? false)
    && Object.keys(valid).filter((name) => name.endsWith('!')).every((name) => Object.hasOwn(value, name.slice(0, -1)));
};

const inspection = object({ successCodes: list(whole), failureCodes: list(whole) });
const payloadType = word('JSON', 'FORM_ENCODED');

const settings = object({
  origin: object({
    name: text, regionName: text, protocolPolicy: word('http-only', 'https-only'), responseTimeout: whole, ipAddressType: word('ipv4', 'ipv6', 'dualstack'),
  }),
  enablePrivateOriginAccess: flag,
  defaultCacheBehavior: word('cache', 'dont-cache'),
  cacheBehaviorSettings: object({
    defaultTTL: whole,
    minimumTTL: whole,
    maximumTTL: whole,
    allowedHTTPMethods: word('GET,HEAD', 'GET,HEAD,OPTIONS', 'GET,HEAD,OPTIONS,PUT,PATCH,POST,DELETE'),
    cachedHTTPMethods: word('GET,HEAD', 'GET,HEAD,OPTIONS'),
    forwardedCookies: object({ 'option!': text, 'cookiesAllowList': list(text) }),
    forwardedHeaders: object({ 'option!': text, 'headersAllowList': list(text) }),
    forwardedQueryStrings: object({ 'option!': flag, 'queryStringsAllowList': list(text) }),
  }),
  cacheBehaviors: list(object({ 'path!': text, 'behavior!': word('cache', 'dont-cache') })),
  isEnabled: flag,
  viewerMinimumTlsProtocolVersion: text,
  certificateName: text,
  defaultRootObject: text,
  customErrorResponses: list(object({ 'errorCode!': whole, 'responseCode': text, 'responsePagePath': text, 'errorCachingMinTTL': whole })),
  enableWaf: flag,
  wafRules: list(object({
    'name!': text,
    'atpConfig': object({ loginPath: text, payloadType, usernameField: text, passwordField: text, responseInspection: inspection }),
    'acfpConfig': object({ payloadType, creationPath: text, registrationPagePath: text, responseInspection: inspection }),
    'botControlConfig': object({ inspectionLevel: word('COMMON', 'TARGETED') }),
  })),
  bundleId: text,
  ipAddressType: word('ipv4', 'dualstack'),
});

const distributionName: Valid = (value) => text(value) && /^[A-Za-z0-9_][\w-]{0,253}[A-Za-z0-9_]$/.test(value as string);

const timeoutSeconds: Valid = (value) => whole(value) && Number(value) >= 1 && Number(value) <= 3_000;

const common = {
  'ServiceToken': anything,
  'ServiceTimeout': anything,
  'waitForDeployment': flag,
  timeoutSeconds,
  'reconciledAt': anything,
  'settings!': settings,
};

export const isValidOfSettings = object({ ...common, 'distributionName!': distributionName });

export const isValidOfDistribution = object({
  ...common,
  distributionName,
  onExisting: word('fail', 'adopt'),
  deleteAdopted: flag,
  tags: list(object({
    'key!': (value) => text(value) && !/^(aws|cdk-lightsail-distribution):/i.test(value as string),
    'value!': text,
  })),
});

const anyText: Valid = (value) => typeof value === 'string';

export const isValidOfReset = object({
  'ServiceToken': anything,
  'ServiceTimeout': anything,
  'distributionName!': distributionName,
  'triggers!': list(anyText),
  'waitForCompletion': flag,
  'failOnTimeout': flag,
  timeoutSeconds,
});
const matching = (pattern: RegExp): Valid => (value) => text(value) && pattern.test(value as string);

const sent = (...calls: string[]) => object({ 'call!': word(...calls), 'at!': whole, 'operationId': text });
const first = object({ 'attachesCertificate': flag, 'changes!': anyText });
const UPDATES = ['AttachCertificateToDistribution', 'UpdateDistribution', 'UpdateDistributionBundle', 'SetIpAddressType'];

const ended = { completed: object({ 'phase!': anything }), failed: object({ 'phase!': anything, 'message!': anyText }) };
const unobserved = object({ 'phase!': anything });

/** The progress of a Create or Update, by phase. */
const settingsPhases: Readonly<Record<string, Valid>> = {
  ...ended,
  unobserved,
  waiting: object({ 'phase!': anything, 'fenced!': flag, 'tagged!': flag, 'first!': first }),
  sent: object({ 'phase!': anything, 'fenced!': flag, 'sent!': sent(...UPDATES), 'first!': first }),
  creating: object({ 'phase!': anything, 'sent!': sent('CreateDistribution'), 'error': anyText, 'first!': first }),
  converged: unobserved,
};
const deletionPhases: Readonly<Record<string, Valid>> = {
  ...ended, unobserved, deleting: object({ 'phase!': anything, 'found!': flag, 'sent': sent('DeleteDistribution') }),
};

const state = (phases: Readonly<Record<string, Valid>>): Valid => (value) => {
  const phase = (value as { phase?: unknown } | null)?.phase;
  return typeof phase === 'string' && Object.hasOwn(phases, phase) && phases[phase](value);
};

const progressWith = (phases: Readonly<Record<string, Valid>>) => object({ 'startedAt!': whole, 'physicalResourceId': text, 'state!': state(phases) });

/** The progress that an earlier version of the handler, without phases, returned. */
const legacyProgress = object({
  'startedAt!': whole,
  'knownAs': text,
  'complete!': flag,
  'fenced!': flag,
  'found': flag,
  'settled': flag,
  'failed': anyText,
  'sent': sent('CreateDistribution', ...UPDATES, 'DeleteDistribution'),
  'doubt': anyText,
  'tagged': flag,
  'attaches': flag,
  'changes': anyText,
});

const resetPhases: Readonly<Record<string, Valid>> = { ...ended, unobserved, sent: object({ 'phase!': anything, 'sent!': sent('ResetDistributionCache') }) };

const isValidProgress = ({ RequestType, ResourceType }: Partial<ResourceEvent>): Valid => (value) => {
  if (ResourceType === CACHE_RESET) return progressWith(resetPhases)(value);
  return (Object.hasOwn(value as object, 'state') ? progressWith(RequestType === 'Delete' ? deletionPhases : settingsPhases) : legacyProgress)(value);
};

const isObject: Valid = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

const event: Readonly<Record<string, Valid>> = {
  'RequestType!': word('Create', 'Update', 'Delete'),
  'RequestId!': matching(/^[\w-]{1,64}$/),
  'ResourceType!': text,
  'StackId!': matching(/^arn:aws:cloudformation:eu-west-1:111122223333:stack\/web\/0b5f8a1e$/),
  'LogicalResourceId!': matching(/^\S{1,255}$/),
  'PhysicalResourceId': text,
  'ResourceProperties!': isObject,
  'OldResourceProperties': isObject,
  'Progress': isObject,
};

/** The members of the event that matter. Other members are ignored. */
export const isValidEvent: Valid = (value) => {
  const matters = (name: string) => Object.hasOwn(event, name) || Object.hasOwn(event, `${name}!`);
  const known = Object.fromEntries(Object.entries(value as object).filter(([name]) => matters(name)));
  if (!object(event)(known)) return false;
  const { RequestType, ResourceType, PhysicalResourceId: id, Progress: poll } = known as Partial<ResourceEvent>;
  if (poll !== undefined && !isValidProgress({ RequestType, ResourceType })(poll)) return false;
  const { physicalResourceId, knownAs = physicalResourceId } = (poll ?? {}) as { readonly physicalResourceId?: unknown; readonly knownAs?: unknown };
  return RequestType === 'Create' || (poll === undefined ? id : knownAs) !== undefined;
};
