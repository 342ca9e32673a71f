import { Lightsail } from '@aws-sdk/client-lightsail';
import { CERTIFICATES, NAME, ORIGIN, type DesiredState } from './scenarios';
import type { DistributionPatch, SimulatorControl } from '../simulator';

/** An SDK client with the given number of attempts. */
export function lightsailClient(endpoint: string, maxAttempts: number): Lightsail {
  return new Lightsail({ endpoint, region: 'us-east-1', maxAttempts, credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' } });
}

/** Resets the simulator, and seeds the resources that the scenarios refer to. */
export async function startAnew(control: SimulatorControl): Promise<void> {
  await control.reset();
  await control.seedOrigin(ORIGIN, { regionName: 'eu-west-1', resourceType: 'Instance' });
  for (const name of CERTIFICATES) await control.seedCertificate(name, { domainName: 'shop.example.com' });
}

/** Seeds an existing distribution, without tags of this library. */
export async function seedDistribution(control: SimulatorControl, desired: DesiredState, name = NAME): Promise<void> {
  await control.seedDistribution(name, { ...desired, origin: { ...desired.origin, resourceType: 'Instance' } } as DistributionPatch);
}
