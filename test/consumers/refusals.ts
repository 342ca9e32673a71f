import { synth, temporaryFolder } from './cdk';
import { withoutColors, type InstalledApp } from './installed-app';

/** The invalid options of the program `refused` in each language, with the complete message. */
export const REFUSALS = [
  {
    what: 'ttl',
    message: 'ShopStack/Shop: cacheBehaviorSettings.minimumTtl: more than defaultTtl, got Duration.minutes(1) and Duration.seconds(10); '
      + 'minimumTtl <= defaultTtl <= maximumTtl is needed; lower minimumTtl or raise defaultTtl',
  },
  {
    what: 'several',
    message: 'ShopStack/Shop: distributionName: malformed name, got "my shop"; 2 to 255 letters, digits, "_" and "-" are allowed, '
      + 'with no "-" at either end; choose another name, or leave it out to have one generated\n'
      + 'ShopStack/Shop: cacheBehaviorSettings.forwardedHeaders: no entries, got option "allow-list" without a list; the option "allow-list" '
      + 'requires a list, and other options do not allow one; add at least one entry, or use none()',
  },
] as const;

/** The output that the user sees. */
export async function refusal(app: InstalledApp, command: string): Promise<string> {
  const { exitCode, output } = await synth(app, temporaryFolder(), command);
  expect(exitCode).toBe(1);
  return withoutColors(output);
}
