import { creation, invalid, lightsail, named, NAME, refusal } from './in-process';
import type { NewFault, ServiceBehaviour } from '../../simulator';

const use = (certificateName: string) => ({ certificateName, useDefaultCertificate: false });
const attach = { ...named, certificateName: 'cert' };

function withFault(fault: Pick<NewFault, 'operation' | 'shows'>, behaviour: Partial<ServiceBehaviour> = {}) {
  const lit = lightsail(behaviour);
  lit.service.seeds.seedCertificate('former-cert', { domainName: 'example.org' });
  lit.service.seeds.seedCertificate('cert', { domainName: 'example.com', subjectAlternativeNames: ['www.example.com'] });
  lit.service.faults.add({ kind: 'certificateNotServed', ...fault });
  return lit;
}

const served = { certificateName: 'cert', alternativeDomainNames: ['example.com', 'www.example.com'] };
const notServed = { certificateName: 'cert', alternativeDomainNames: [] };

describe('10.13 certificateNotServed: the name is recorded, the domains are not served', () => {
  it.each([
    ['UpdateDistribution', { ...named, ...use('cert') }],
    ['AttachCertificateToDistribution', attach],
    ['CreateDistribution', { ...creation('new-cdn'), certificateName: 'cert' }],
  ] as const)('by %s, also when it is deployed; attaching it once more serves it', (operation, input) => {
    const { service, clock, read } = withFault({ operation });
    const { distributionName } = input;
    service.call(operation, input);
    expect(read(distributionName)).toMatchObject(notServed);
    clock.advance(300);
    expect(read(distributionName)).toMatchObject(notServed);
    service.call('AttachCertificateToDistribution', { distributionName, certificateName: 'cert' });
    expect(read(distributionName)).toMatchObject({ ...served, status: 'InProgress' });
  });

  it.each([
    ['nothing', []],
    ['former', ['example.org']],
  ] as const)('in a swap it shows %s', (shows, alternativeDomainNames) => {
    const { service, clock, update, read } = withFault({ operation: 'UpdateDistribution', shows });
    service.seeds.changeOutsideStack(NAME, { certificateName: 'former-cert' });
    update(use('cert'));
    expect(read()).toMatchObject({ certificateName: 'cert', alternativeDomainNames });
    service.call('AttachCertificateToDistribution', attach);
    clock.advance(300);
    expect(read()).toMatchObject(served);
  });

  it('shows nothing where there was no former certificate', () => {
    const { update, read } = withFault({ operation: 'UpdateDistribution', shows: 'former' });
    update(use('cert'));
    expect(read()).toMatchObject(notServed);
  });

  it('lasts where the repair meets it too', () => {
    const { service, clock, update, read } = withFault({ operation: 'UpdateDistribution' });
    service.faults.add({ operation: 'AttachCertificateToDistribution', kind: 'certificateNotServed' });
    update(use('cert'));
    service.call('AttachCertificateToDistribution', attach);
    clock.advance(300);
    expect(read()).toMatchObject(notServed);
  });

  it('does nothing to an update that names no certificate', () => {
    const { service, update, read } = withFault({ operation: 'UpdateDistribution' });
    service.seeds.changeOutsideStack(NAME, { certificateName: 'cert' });
    update({ isEnabled: false });
    expect(read()).toMatchObject({ ...served, isEnabled: false });
  });
});

describe('2.4 attaching the certificate that a distribution has', () => {
  it('is a deployment', () => {
    const { service, read } = withFault({ operation: 'GetCertificates' });
    service.seeds.changeOutsideStack(NAME, { certificateName: 'cert' });
    service.call('AttachCertificateToDistribution', attach);
    expect(read()).toMatchObject({ ...served, status: 'InProgress' });
  });

  it('switch attachAgain=refused: only while it is not served', () => {
    const { service, clock, update, read } = withFault({ operation: 'UpdateDistribution' }, { attachAgain: 'refused' });
    update(use('cert'));
    service.call('AttachCertificateToDistribution', attach);
    clock.advance(300);
    expect(read()).toMatchObject(served);
    expect(refusal(() => service.call('AttachCertificateToDistribution', attach))).toBe(invalid('the distribution has the certificate cert already'));
  });

  it('switch attachAgain=refused: a first certificate is attached', () => {
    const { service, read } = withFault({ operation: 'GetCertificates' }, { attachAgain: 'refused' });
    service.call('AttachCertificateToDistribution', attach);
    expect(read()).toMatchObject(served);
  });
});
