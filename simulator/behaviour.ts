/** A switch that selects one answer to an open question about the service. `parse` reads it from a command line. */
interface Switch<T> {
  readonly initial: T;
  readonly allowed: string;
  readonly fact: string;
  parse(text: string): T | undefined;
}

function choice<const T extends string>(values: readonly [T, ...T[]], fact: string): Switch<T> {
  return { initial: values[0], allowed: values.join(' | '), fact, parse: (given) => values.find((value) => value === given) };
}

function flag(initial: boolean, fact: string): Switch<boolean> {
  const words: Readonly<Record<string, boolean>> = { true: true, false: false };
  return { initial, allowed: 'true | false', fact, parse: (given) => words[given] };
}

function number(initial: number, fact: string): Switch<number> {
  return { initial, allowed: 'a number', fact, parse: (given) => (/^\d{1,15}(\.\d{1,15})?$/.test(given) ? Number(given) : undefined) };
}

function text(initial: string, fact: string): Switch<string> {
  return { initial, allowed: 'any text', fact, parse: (given) => given };
}

function subset(all: readonly string[], initial: readonly string[], fact: string): Switch<readonly string[]> {
  return {
    initial,
    allowed: `of ${all.join(', ')} none or more, joined with ,`,
    fact,
    parse(given) {
      const chosen = given.split(',').filter((name) => name !== '');
      return chosen.every((name) => all.includes(name)) ? chosen : undefined;
    },
  };
}

const busyOperations = [
  'UpdateDistribution', 'UpdateDistributionBundle', 'DeleteDistribution', 'ResetDistributionCache',
  'AttachCertificateToDistribution', 'DetachCertificateFromDistribution', 'SetIpAddressType',
];

/** All behavior of the service that is not known for certain. The likelier answer comes first. */
export const switches = {
  successStatus: choice(['Succeeded', 'Completed'], 'an operation that went well ends with one of these two words'),
  firstOperationStatus: choice(['Started', 'NotStarted'], 'the model knows NotStarted; no client was seen to meet it'),
  inProgressStatus: text('InProgress', 'a distribution\'s status is a free string: In Progress, IN_PROGRESS, Updating were reported too; empty leaves it out'),
  deployedStatus: text('Deployed', 'a distribution\'s status is a free string: Enabled was reported too'),
  deletingStatus: text('InProgress', 'no word for a distribution on its way out was seen; CloudFront has one word for every change; empty leaves it out'),
  statusLagSeconds: number(0, 'the status may still say Deployed for a while after a write was accepted'),
  busyError: choice(['InvalidInputException', 'OperationFailureException'], 'the exception type of a write during a deployment'),
  busyPhrase: choice(['Please try again in a few minutes', 'Please wait for it to complete before trying again'], 'clients wait for these two phrases'),
  refusedWhileBusy: subset(busyOperations, busyOperations, 'which operations a running deployment refuses'),
  missingNameOnRead: choice(['InvalidInputException', 'NotFoundException'], 'GetDistributions of a missing name when there are others'),
  missingNameOnWrite: choice(['InvalidInputException', 'NotFoundException'], 'a write to a missing distribution'),
  operationsOfMissingResource: choice(['listed', 'NotFoundException', 'InvalidInputException'], 'GetOperationsForResource of a name that is gone, or never was'),
  missingCertificate: choice(['InvalidInputException', 'NotFoundException'], 'attaching or deleting a missing certificate'),
  missingCertificateOnRead: choice(['emptyList', 'NotFoundException'], 'GetCertificates of a missing name'),
  validationRecords: choice(['perDomain', 'perCertificate'], 'whether all certificates of a domain have the same validation record, as in ACM'),
  validationRecordSeconds: number(0, 'from the request of a certificate to its validation records, which are there when the operation has ended'),
  dnsRecordCreation: choice(['FAILED', 'STARTED', 'SUCCEEDED'], 'the result of Lightsail\'s own try to create the validation records; SUCCEEDED: they exist at once'),
  replacedCertificate: choice(['inUseUntilDeployed', 'notInUse'], 'whether a certificate that a deployment replaces is in use until the deployment is complete'),
  issueSeconds: number(0, 'from the time when all validation records exist to a certificate that is ISSUED; minutes were reported'),
  newSettingsShown: choice(['atOnce', 'whenDeployed'], 'when GetDistributions shows what a write has set'),
  omittedCacheSettings: choice(['default', 'unchanged'], 'members left out of cacheBehaviorSettings, which is replaced as a whole'),
  omittedOriginMembers: choice(['default', 'unchanged'], 'members left out of origin, which is replaced as a whole'),
  originIpAddressType: choice(['ipv4', 'ipv6', 'dualstack'], 'the origin\'s IP type when none was given'),
  emptyClears: flag(true, 'whether [] and the empty string clear a setting; false takes them as left out'),
  emptyUpdateDeploys: flag(true, 'whether an UpdateDistribution with nothing but the name starts a deployment'),
  omittedUseDefaultCertificate: choice(['unchanged', 'true'], 'true: an update without useDefaultCertificate drops the certificate'),
  certificateNameAlone: choice(['attaches', 'notServed'], 'certificateName without useDefaultCertificate false; notServed: shown, but its domains are not'),
  attachAgain: choice(['deploys', 'refused'], 'attaching the certificate that a distribution has and serves already'),
  certificateSwap: choice(['allowed', 'refused'], 'whether UpdateDistribution replaces a certificate in one call'),
  allHeadersWithZeroDefaultTtl: choice(['accepted', 'refused'], 'header option all with a default TTL of 0 was refused for one user'),
  headersNoneReadsAs: choice(['none', 'default'], 'what header option none comes back as'),
  emptyAllowLists: choice(['empty', 'missing'], 'how an empty allow-list comes back'),
  bundleChangeDeploys: flag(true, 'whether another bundle starts a deployment'),
  bundleDowngrade: choice(['allowed', 'refused'], 'whether a smaller bundle can be chosen'),
  bundleChangeError: choice(['InvalidInputException', 'OperationFailureException'], 'the exception type of a second bundle change in a month'),
  inactiveBundles: subset(['small_1_0', 'medium_1_0', 'large_1_0'], [], 'bundles that GetDistributionBundles lists but that cannot be chosen'),
  minimumResponseTimeout: number(1, 'the model says 1 second, the quota page 4'),
  cacheResetInProgressStatus: text('InProgress', 'the status of a cache reset is a free string'),
  cacheResetDoneStatus: text('Completed', 'the status of a cache reset is a free string'),
  tagOperationType: text('', 'the model has no operation type for tags; empty leaves it out'),
  availabilityZone: text('all', 'the zone in the location of a global resource'),
  requestsPerSecond: number(0, 'the rate at which calls are throttled is published nowhere; a second\'s worth may come at once, 0 throttles none'),
  pageSize: number(200, 'how many elements one page of a list has'),
  metricDelaySeconds: number(120, 'how long the service takes to have a metric is documented nowhere'),
  metricRetentionDays: number(0, 'the console shows two weeks; how long metrics are kept is documented nowhere, 0 keeps them forever'),
  errorTypes: choice(['name', 'code'], 'code: __type is the finer code, which no client has a class for (aws-sdk#665)'),
  errorTypePrefix: text('', 'a namespace before the name in __type, for instance com.amazonaws.lightsail#'),
  errorStatus: choice(['400', 'perException'], 'perException: 401, 403, 404, 428 for the exceptions that suggest it, instead of 400 for all client faults'),
};

type Initial<S> = S extends Switch<infer T> ? T : never;

/** The answer of the simulated service to each open question. */
export type ServiceBehaviour = { readonly [K in keyof typeof switches]: Initial<(typeof switches)[K]> };

export const likelyBehaviour = Object.fromEntries(
  Object.entries(switches).map(([name, { initial }]) => [name, initial]),
) as unknown as ServiceBehaviour;

/** Much longer than any switch with its value. */
const MAX_ASSIGNMENT_LENGTH = 1_000;

/** Parses `name=value`. Throws an error that lists the allowed values. */
export function parseSwitch(assignment: string): Partial<ServiceBehaviour> {
  const [name, ...rest] = assignment.slice(0, MAX_ASSIGNMENT_LENGTH).split('=');
  const value = rest.join('=');
  if (!Object.hasOwn(switches, name)) {
    throw new Error(`behaviour: no such switch, got ${assignment.slice(0, MAX_ASSIGNMENT_LENGTH)}; allowed is name=value with one of ${Object.keys(switches).join(', ')}`);
  }
  const parsed = switches[name as keyof typeof switches].parse(value);
  if (parsed === undefined) {
    throw new Error(`behaviour ${name}: no such value, got ${value}; allowed is ${switches[name as keyof typeof switches].allowed}`);
  }
  return { [name]: parsed };
}
