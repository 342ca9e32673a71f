/** An action that a command uses. All actions only read. */
export interface Permission {
  readonly action: string;
  readonly purpose: string;
}

const CALLER: Permission = { action: 'sts:GetCallerIdentity', purpose: 'the account of the credentials' };

const LIVE: readonly Permission[] = [
  { action: 'lightsail:GetDistributions', purpose: 'the live distributions' },
  { action: 'lightsail:GetCertificates', purpose: 'the certificates and their status' },
  { action: 'lightsail:GetOperationsForResource', purpose: 'the operations in progress on a distribution' },
];

const DEPLOYED: readonly Permission[] = [
  { action: 'cloudformation:DescribeStacks', purpose: 'the stacks, their parameters and outputs' },
  { action: 'cloudformation:GetTemplate', purpose: 'the templates of the last deployments' },
  { action: 'cloudformation:ListStackResources', purpose: 'the names of what is deployed' },
  { action: 'cloudformation:ListExports', purpose: 'values that stacks import' },
];

/** By command. */
export const PERMISSIONS: Readonly<Record<'plan' | 'drift', readonly Permission[]>> = {
  plan: [CALLER, ...DEPLOYED, ...LIVE],
  drift: [CALLER, ...DEPLOYED, ...LIVE],
};

/** The IAM policy that a command needs. The lists of Lightsail and CloudFormation cannot be limited to single resources. */
export function policyOf(command: keyof typeof PERMISSIONS) {
  // This action needs no permission.
  const actions = PERMISSIONS[command].map(({ action }) => action).filter((action) => action !== CALLER.action);
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions.sort(), Resource: '*' }] };
}
