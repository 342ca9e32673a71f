import { LightsailService, ManualClock } from '../../simulator';
import { closeServer, listenOnLoopback } from '../../simulator/http/loopback';
import { createSimulatorServer } from '../../simulator/http/server';

const PRODUCTION = { distributionName: 'site-production' };
const STAGING = { resourceType: 'Distribution', resourceName: 'site-staging', ipAddressType: 'ipv4' };
const UPDATE = { ...PRODUCTION, cacheBehaviorSettings: { defaultTTL: 600 } };

/** Opens the console of an account in the middle of a deployment. The clock and the ids are fixed, so that the screenshot is reproducible. */
export async function openScene(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const clock = new ManualClock(new Date('2026-06-01T09:30:00Z'));
  let ids = 0;
  const service = new LightsailService({ clock, newId: () => `00000000-0000-4000-8000-${String(ids++).padStart(12, '0')}` });
  play(service, clock);
  const server = createSimulatorServer({ service, clock, manualClock: clock });
  return { url: await listenOnLoopback(server), close: () => closeServer(server) };
}

function play(service: LightsailService, clock: ManualClock): void {
  const call = (operation: string, input: object) => service.answer({ operation, input, region: 'us-east-1', userAgent: 'aws-cli/2.31.0' });
  service.seeds.seedCertificate('site-production-9f2c41', { domainName: 'example.com', subjectAlternativeNames: ['www.example.com'] });
  service.seeds.seedDistribution('site-production', {
    origin: { name: 'web', regionName: 'eu-west-1', resourceType: 'Instance' },
    certificateName: 'site-production-9f2c41',
    bundleId: 'medium_1_0',
    defaultRootObject: 'index.html',
  });
  service.seeds.seedDistribution('site-staging', { origin: { name: 'site-content', regionName: 'us-east-1', resourceType: 'Bucket' } });
  call('GetDistributions', { distributionName: 'site-staging' });
  clock.advance(4);
  call('SetIpAddressType', STAGING);
  clock.advance(90);
  call('CreateCertificate', { certificateName: 'docs-4b81d0', domainName: 'docs.example.com' });
  clock.advance(215);
  service.faults.add({ operation: 'UpdateDistribution', kind: 'throttle' });
  call('UpdateDistribution', UPDATE);
  clock.advance(6);
  call('UpdateDistribution', UPDATE);
  clock.advance(30);
  service.faults.add({ operation: 'GetDistributions', kind: 'staleRead' });
  call('GetDistributions', PRODUCTION);
  clock.advance(71);
  call('GetDistributions', PRODUCTION);
  service.faults.add({ operation: 'DeleteDistribution', kind: 'cutAfter' });
}
