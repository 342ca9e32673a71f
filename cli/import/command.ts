import { AWS_OPTIONS, awsConfiguration, type AwsConfiguration } from '../aws';
import { type Arguments, type Command, EXIT } from '../command';
import type { Terminal } from '../terminal';
import { UserError } from '../user-error';
import { type Account, accountOf } from './account';
import { LANGUAGES, type LanguageName } from './languages/languages';
import { describeOwner, type Kind, ownerResource, programOf } from './live-to-program';
import { nearNames } from './near-names';
import type { Live } from './settings-to-code';

// This constant is not in usage.ts, because usage.ts imports all commands, which would be an import cycle.
const HELP = 'see cdk-lightsail-distribution import --help';

/** Creates the command that prints code for live distributions. */
export const importCommand = (connect: (configuration: AwsConfiguration) => Account = accountOf): Command => ({
  operands: '[NAME...]',
  description: [
    'Prints an app of one stack that adopts distributions as they are: only the settings and tags that differ from those of a new distribution.',
    'Its deployment changes no setting. What the library cannot express is left out, with a comment there and a note on the standard error.',
  ].join('\n'),
  options: {
    language: { type: 'string', value: 'LANGUAGE', default: 'typescript', description: `Language of the code: ${Object.keys(LANGUAGES).join(', ')}` },
    settings: { type: 'boolean', description: 'Print DistributionSettings, which do not own the distribution: no tag is written, and no stack deletes it' },
    all: { type: 'boolean', description: 'Every distribution of the account, except those that belong to a stack' },
    ...AWS_OPTIONS,
  },
  run: async (given, terminal) => {
    const language = LANGUAGES[languageOf(given)];
    checkNames(given);
    const kind: Kind = given.flag('settings') ? 'DistributionSettings' : 'Distribution';
    const lives = (await read(connect(awsConfiguration(given)), given)).filter((live) => isImported(live, kind, given, terminal));
    if (lives.length === 0) {
      terminal.note('import: nothing to import, got no distribution that a stack can own; create one, or use --settings');
      return EXIT.OK;
    }
    const { program, notes } = programOf(lives, kind);
    terminal.print(language(program));
    notes.forEach((note) => terminal.note(`${terminal.styled('yellow', 'note:')} ${note}`));
    return EXIT.OK;
  },
});

function languageOf(given: Arguments): LanguageName {
  const language = given.text('language')!;
  if (Object.hasOwn(LANGUAGES, language)) return language as LanguageName;
  throw new UserError(`import: no such language, got ${language}; ${Object.keys(LANGUAGES).join(', ')} are allowed; ${HELP}`);
}

function checkNames(given: Arguments): void {
  if (given.operands.length === 0 && !given.flag('all')) {
    throw new UserError(`import: nothing to import, got no name; one or more names, or --all, are allowed; ${HELP}`);
  }
  if (given.operands.length > 0 && given.flag('all')) {
    throw new UserError(`import: names beside --all, got ${given.operands.join(' ')}; either names or --all are allowed; leave one of them out`);
  }
}

/** Reads the distributions one after the other, because Lightsail throttles an account at a few calls per second. */
async function read(account: Account, given: Arguments): Promise<readonly Live[]> {
  const names = given.flag('all') ? await account.names() : [...new Set(given.operands)];
  const lives: Live[] = [];
  for (const name of names) {
    const live = await account.distribution(name);
    if (live) lives.push(withOrigin(live));
    else if (!given.flag('all')) throw new UserError(describeMissing(name, await account.names()));
  }
  return lives;
}

/** Throws an error if a distribution has no origin, which the construct requires. */
function withOrigin(live: Live): Live {
  const { name, origin } = live.distribution;
  if (origin?.name) return live;
  throw new UserError(`${name}: no origin, got a distribution without one; Lightsail requires an origin; look at it with \`aws lightsail get-distributions --region us-east-1\``);
}

function describeMissing(name: string, existing: readonly string[]): string {
  if (existing.length === 0) return `import: no such distribution, got ${name}; this account has none; check the profile and the account`;
  return `import: no such distribution, got ${name}; this account has ${nearNames(name, existing)}; correct the name, or check the profile and the account`;
}

/** Whether the distribution is imported. A distribution that a stack owns cannot be adopted by another stack. */
function isImported(live: Live, kind: Kind, given: Arguments, terminal: Terminal): boolean {
  const owner = ownerResource(live);
  if (kind === 'DistributionSettings' || owner === undefined) return true;
  const message = describeOwner(live.distribution.name, owner);
  if (!given.flag('all')) throw new UserError(message);
  terminal.note(`${terminal.styled('yellow', 'note:')} ${message}`);
  return false;
}

export const command = importCommand();
