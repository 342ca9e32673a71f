import { Lightsail } from '@aws-sdk/client-lightsail';
import { CERTIFICATES, NAME, ORIGIN, type DesiredState } from './scenarios';
import type { DistributionPatch, SimulatorControl } from '../simulator';

/** A client like any other of the service. */
export function lightsailClient(endpoint: string, maxAttempts: number): Lightsail {
  return new Lightsail({ endpoint, region: 'us-east-1', maxAttempts, credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' } });
}

/** Forgets everything but what the scenarios refer to. */
export async function startAnew(control: SimulatorControl): Promise<void> {
  await control.reset();
  await control.seedOrigin(ORIGIN, { regionName: 'eu-west-1', resourceType: 'Instance' });
  for (const name of CERTIFICATES) await control.seedCertificate(name, { domainName: 'shop.example.com' });
}

/** A distribution that is there already and has nothing of ours. */
export async function seedDistribution(control: SimulatorControl, desired: DesiredState, name = NAME): Promise<void> {
  await control.seedDistribution(name, { ...desired, origin: { ...desired.origin, resourceType: 'Instance' } } as DistributionPatch);
}
