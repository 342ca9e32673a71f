import { call, type Construct, enumMember, type Member, type Program, text } from './code-model';
import { ConstructIds } from './construct-ids';
import { visible } from './languages/literal';
import { settingsOf } from './settings-of';
import type { Live } from './settings-to-code';
import { tagsOf } from './tags-of';
import { isReady } from '../../lambda/distribution/status';
import { OWNER_KEY, ownerOf } from '../../lambda/tags/owner';

/** The construct that is printed. */
export type Kind = 'Distribution' | 'DistributionSettings';

/** A program, and notes for its reader. */
export interface Imported {
  readonly program: Program;
  readonly notes: readonly string[];
}

/** Creates a program that defines live distributions. Its deployment changes none of their settings. */
export function programOf(lives: readonly Live[], kind: Kind): Imported {
  const ids = new ConstructIds();
  const imported = lives.map((live) => KINDS[kind](live, ids));
  return {
    program: { remarks: [], constructs: imported.map(({ construct }) => construct) },
    notes: imported.flatMap(({ notes }, index) => notes.map((note) => visible(`${lives[index].distribution.name}: ${note}`))),
  };
}

/** Returns the resource that owns a distribution, or `undefined` if the distribution can be adopted. */
export function ownerResource({ distribution }: Live): string | undefined {
  // No resource has the empty name, so that every owner is another resource.
  const owner = ownerOf('', distribution);
  return owner.kind === 'other' ? owner.resource : undefined;
}

interface ImportedConstruct {
  readonly construct: Construct;
  readonly notes: readonly string[];
}

const KINDS: Readonly<Record<Kind, (live: Live, ids: ConstructIds) => ImportedConstruct>> = {
  Distribution: owned, DistributionSettings: settingsOnly,
};

function owned(live: Live, ids: ConstructIds): ImportedConstruct {
  const { name = '', tags } = live.distribution;
  const [settings, ofTags] = [settingsOf(live), tagsOf(tags)];
  return {
    construct: construct('Distribution', ids.of(name), [
      { name: 'distributionName', value: text(name) },
      { name: 'onExisting', value: enumMember('OnExisting', 'ADOPT') },
      ...settings.members,
      ...ofTags.members,
    ]),
    notes: [...settings.leftOut, ...ofTags.leftOut, ...notesOn(live)],
  };
}

function settingsOnly(live: Live, ids: ConstructIds): ImportedConstruct {
  const { name = '' } = live.distribution;
  const settings = settingsOf(live);
  const owner = ownerResource(live);
  return {
    construct: construct('DistributionSettings', ids.of(name, 'Settings'), [
      { name: 'distribution', value: call('Distribution', 'fromDistributionName', { kind: 'stack' }, text(ids.of(name)), text(name)) },
      ...settings.members,
    ]),
    notes: [
      ...settings.leftOut,
      ...notesOn(live),
      ...(owner === undefined ? [] : [`belongs to a stack, got "${owner}"; a setting may be in one template only; remove from one of the two what both have`]),
    ],
  };
}

const construct = (type: Kind, id: string, members: readonly Member[]): Construct =>
  ({ type, id, remarks: [], props: { kind: 'struct', type: `${type}Props`, members } });

/** Returns notes about what the code lacks or what can soon make it incorrect. */
function notesOn({ distribution, certificate }: Live): readonly string[] {
  const status = certificate?.certificateDetail?.status;
  const { subdomain } = distribution as { readonly subdomain?: { readonly name?: string } };
  return [
    ...(isReady(distribution) ? [] : [`is being deployed, got the status "${distribution.status}"; its settings can still change; run import again when it is Deployed`]),
    ...(status === undefined || status === 'ISSUED' ? [] : [`certificate ${certificate?.certificateName} is not valid, got ${status}; renew or replace it`]),
    ...(subdomain?.name ? [`subdomain ${subdomain.name}: left out; the library has no option for it; it stays as it is`] : []),
  ];
}

/** Returns the message that another stack cannot adopt a distribution. */
export const describeOwner = (name: string | undefined, owner: string): string =>
  `${name}: belongs to a stack, got "${owner}"; a distribution belongs to one resource only; import its settings with --settings, or remove it there with `
  + `RemovalPolicy.RETAIN and remove its tag with \`aws lightsail untag-resource --resource-name ${name} --tag-keys ${OWNER_KEY} --region us-east-1\``;
