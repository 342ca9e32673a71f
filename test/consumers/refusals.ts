import { synth, temporaryFolder } from './cdk';
import { withoutColors, type InstalledApp } from './installed-app';

/** What the program `refused` of each language does, and the whole message. */
export const REFUSALS = [
  {
    what: 'ttl',
    message: 'ShopStack/Shop: cacheBehaviorSettings.minimumTtl: more than defaultTtl, got Duration.minutes(1) and Duration.seconds(10); '
      + 'minimumTtl <= defaultTtl <= maximumTtl is needed; lower minimumTtl or raise defaultTtl',
  },
  {
    what: 'several',
    message: 'ShopStack/Shop: distributionName: malformed name, got "my shop"; 2 to 255 letters, digits, "_" and "-" are allowed, '
      + 'with no "-" at either end; choose another name, or leave it out to have one made up\n'
      + 'ShopStack/Shop: cacheBehaviorSettings.forwardedHeaders: no entries, got option "allow-list" without a list; a list is needed '
      + 'for "allow-list" and has no use for other options; name at least one entry, or use none()',
  },
] as const;

/** What the user sees. */
export async function refusal(app: InstalledApp, command: string): Promise<string> {
  const { exitCode, output } = await synth(app, temporaryFolder(), command);
  expect(exitCode).toBe(1);
  return withoutColors(output);
}
