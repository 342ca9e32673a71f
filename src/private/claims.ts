import { Stack, Stage, Token } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { finding, Findings } from './checks/finding';
import { SettingsOptions } from './render-settings';

/** What identifies a Lightsail resource in an app: its name, or the construct that stands for it if the name is unknown at synthesis. */
export type Identity = string | object;

/** By app: which construct manages what of which distribution. Looked up by key, so that the time of a synthesis grows linearly. */
const claims = new WeakMap<IConstruct, Map<Identity, Map<string, IConstruct[]>>>();

const identities = new WeakMap<object, Identity>();

const SETTINGS: readonly (keyof SettingsOptions)[] = [
  'privateOriginAccess', 'defaultCacheBehavior', 'cacheBehaviors', 'enabled', 'viewerMinimumTlsProtocolVersion', 'certificate', 'defaultRootObject',
  'customErrorResponses', 'waf', 'ipAddressType', 'bundle',
];

/** Members of the origin that are not settings of it: every origin has a name, whichever of its settings are managed. */
const NO_SETTINGS = ['name', 'privateAccess', 'dependencies'];

/** The identity of the distribution that a construct stands for. */
export function identityOf(distribution: object, distributionName: string | undefined): Identity {
  return identities.get(distribution) ?? (distributionName === undefined || Token.isUnresolved(distributionName) ? distribution : distributionName);
}

/** Records that a construct owns a Lightsail resource; findings if another construct owns one with the same name, which may be of another kind. */
export function claimOwnership(construct: IConstruct, identity: Identity, kind: 'distribution' | 'certificate'): Findings {
  identities.set(construct, identity);
  const other = claim(construct, identity, 'owner');
  return other === undefined ? [] : finding(`${kind}Name`, {
    what: 'owned by two constructs', got: `"${String(identity)}", which ${other.node.path} owns too`, allowed: `a ${kind} is owned by one construct`, todo: 'choose another name',
  });
}

/** Records that a construct manages the settings of its options; findings if another construct manages one of them. */
export function claimSettings(construct: IConstruct, identity: Identity, options: SettingsOptions): Findings {
  identities.set(construct, identity);
  return managedSettings(options).flatMap((setting) => {
    const other = claim(construct, identity, setting);
    return other === undefined ? [] : finding(setting, {
      what: 'managed by two constructs', got: `a value here and in ${other.node.path}`, allowed: 'each setting of a distribution is managed by one construct', todo: 'remove one of them',
    });
  });
}

/** Another construct with the same claim. */
function claim(construct: IConstruct, identity: Identity, key: string): IConstruct | undefined {
  const ofApp = entry(claims, construct.node.root, () => new Map<Identity, Map<string, IConstruct[]>>());
  const claimants = entry(entry(ofApp, identity, () => new Map<string, IConstruct[]>()), key, () => []);
  const other = claimants.find((one) => mayShareAccount(one, construct));
  claimants.push(construct);
  return other;
}

/**
 * Names are unique in an account only. If an account is unknown at synthesis, the stacks of one stage are in the same one, while stages are
 * usually deployed to different accounts.
 */
function mayShareAccount(one: IConstruct, other: IConstruct): boolean {
  const [account, otherAccount] = [Stack.of(one).account, Stack.of(other).account];
  return Token.isUnresolved(account) || Token.isUnresolved(otherAccount) ? Stage.of(one) === Stage.of(other) : account === otherAccount;
}

function managedSettings(options: SettingsOptions): readonly string[] {
  const membersOf = (group: 'origin' | 'cacheBehaviorSettings') => Object.entries(options[group] ?? {})
    .filter(([name, value]) => value !== undefined && !NO_SETTINGS.includes(name)).map(([name]) => `${group}.${name}`);
  return [...SETTINGS.filter((name) => options[name] !== undefined), ...membersOf('origin'), ...membersOf('cacheBehaviorSettings')];
}

function entry<K extends object | string, V>(
  map: { get(key: K): V | undefined; set(key: K, value: V): unknown }, key: K, create: () => V,
): V {
  const known = map.get(key) ?? create();
  map.set(key, known);
  return known;
}
