import { Simulator, SimulatorControl, startSimulator } from '../../simulator';

let simulator: Simulator;
let control: SimulatorControl;

beforeAll(async () => {
  simulator = await startSimulator({ clock: 'manual', account: '111122223333' });
  control = simulator.control;
});
beforeEach(() => control.reset());
afterAll(() => simulator.close());

async function send(method: string, path: string, body?: string) {
  const response = await fetch(`${simulator.url}/_simulator/${path}`, { method, body });
  return { status: response.status, body: await response.json() as object };
}

describe('10 seeds', () => {
  it('a seeded distribution is Deployed, with the service\'s defaults and its origin', async () => {
    const seeded = await control.seedDistribution('my-cdn', {
      origin: { name: 'files', resourceType: 'Bucket', regionName: 'eu-west-1' }, cacheBehaviorSettings: { defaultTTL: 0 }, tags: [{ key: 'a', value: 'b' }],
    });
    expect(seeded).toMatchObject({
      status: 'Deployed',
      origin: { name: 'files', resourceType: 'Bucket', regionName: 'eu-west-1', protocolPolicy: 'https-only', responseTimeout: 30 },
      cacheBehaviorSettings: { defaultTTL: 0, maximumTTL: 31536000 },
      tags: [{ key: 'a', value: 'b' }],
      ableToUpdateBundle: true,
    });
    expect(await control.distribution('my-cdn')).toEqual(seeded);
    simulator.service.call('UpdateDistribution', { distributionName: 'my-cdn', origin: { name: 'files', regionName: 'eu-west-1' } });
  });

  it('identity can be seeded too', async () => {
    const identity = { arn: 'arn:aws:lightsail:us-east-1:111122223333:Distribution/x', supportCode: '1/x', createdAt: 1.5, domainName: 'd1.cloudfront.net' };
    expect(await control.seedDistribution('my-cdn', identity)).toMatchObject(identity);
  });

  it.each([
    ['{"nme": "x"}', 'my-cdn: unknown member nme'],
    ['{"cacheBehaviorSettings": {"__proto__": {"polluted": true}}}', 'my-cdn.cacheBehaviorSettings: unknown member __proto__'],
    ['{"__proto__": {"polluted": true}}', 'my-cdn: unknown member __proto__'],
    ['{"isEnabled": "yes"}', 'my-cdn.isEnabled: expected a boolean, got "yes"'],
    ['{"isEnabled": null}', 'my-cdn.isEnabled is required'],
    ['[]', 'the body must be a JSON object'],
  ])('a seed is refused: %s', async (body, message) => {
    expect(await send('PUT', 'distributions/my-cdn', body)).toEqual({ status: 400, body: { message } });
    expect({}).not.toHaveProperty('polluted');
  });

  it('a seed that is not JSON, or has a bad name, is refused', async () => {
    expect((await send('PUT', 'distributions/my-cdn', '{')).status).toBe(400);
    await expect(control.seedDistribution('my.cdn')).rejects.toThrow('simulator, PUT distributions/my.cdn: name must have 2 to 255 characters');
    await expect(control.seedOrigin('web', { regionName: 'mars' as 'us-east-1', resourceType: 'Instance' })).rejects.toThrow('origin.regionName must be one of');
  });

  it('a seed keeps to the service\'s rules: TLS version with a certificate, WAF, TTLs', async () => {
    await control.seedCertificate('cert', { domainName: 'example.com' });
    expect(await control.seedDistribution('my-cdn', { certificateName: 'cert' })).toMatchObject({ viewerMinimumTlsProtocolVersion: 'TLSv1.2_2021' });
    await expect(control.seedDistribution('my-cdn', { waf: { isWafEnabled: true } }))
      .rejects.toThrow('simulator, PUT distributions/my-cdn: WAF is available only for the bundles medium_1_0 and large_1_0, got small_1_0');
    await expect(control.seedDistribution('my-cdn', { cacheBehaviorSettings: { minimumTTL: 86401 } }))
      .rejects.toThrow('simulator, PUT distributions/my-cdn: minimumTTL must not be greater than defaultTTL');
  });

  it('a certificate is ISSUED unless said otherwise, and can get another status later', async () => {
    await control.seedCertificate('cert', { domainName: 'example.com', subjectAlternativeNames: ['www.example.com'] });
    const certificates = () => simulator.service.call('GetCertificates', { includeCertificateDetails: true }).certificates;
    const [{ certificateArn }] = certificates();
    expect(certificates()).toMatchObject([{ certificateDetail: { status: 'ISSUED', subjectAlternativeNames: ['example.com', 'www.example.com'] } }]);
    await control.seedCertificate('cert', { domainName: 'example.com', status: 'EXPIRED' });
    expect(certificates()).toMatchObject([{ certificateArn, certificateDetail: { status: 'EXPIRED' } }]);
  });
});

describe('10 changes outside the stack', () => {
  beforeEach(() => control.seedDistribution('my-cdn'));

  it('merges objects, replaces lists, and takes effect at once', async () => {
    await control.changeOutsideStack('my-cdn', { cacheBehaviors: [{ path: 'a', behavior: 'cache' }, { path: 'b', behavior: 'cache' }] });
    const changed = await control.changeOutsideStack('my-cdn', {
      cacheBehaviorSettings: { defaultTTL: 7, forwardedCookies: { option: 'all' } }, cacheBehaviors: [{ path: 'c', behavior: 'dont-cache' }], isEnabled: false,
    });
    expect(changed).toMatchObject({
      status: 'Deployed',
      isEnabled: false,
      cacheBehaviorSettings: { defaultTTL: 7, maximumTTL: 31536000, forwardedCookies: { option: 'all' } },
      cacheBehaviors: [{ path: 'c', behavior: 'dont-cache' }],
    });
    expect(simulator.service.call('GetOperations', {}).operations).toEqual([]);
  });

  it('during a deployment, survives its end, also when that fails', async () => {
    await control.fault({ operation: 'UpdateDistribution', kind: 'failedOperation' });
    simulator.service.call('UpdateDistribution', { distributionName: 'my-cdn', defaultRootObject: 'index.html' });
    await control.changeOutsideStack('my-cdn', { isEnabled: false });
    await control.advance(300);
    const { isEnabled, defaultRootObject } = await control.distribution('my-cdn');
    expect({ isEnabled, defaultRootObject }).toEqual({ isEnabled: false, defaultRootObject: undefined });
  });

  it('brings the certificate\'s domains along, and null takes a member away', async () => {
    await control.seedCertificate('cert', { domainName: 'example.com' });
    expect(await control.changeOutsideStack('my-cdn', { certificateName: 'cert' })).toMatchObject({ alternativeDomainNames: ['example.com'] });
    const detached = await control.changeOutsideStack('my-cdn', { certificateName: null });
    expect(detached.alternativeDomainNames).toEqual([]);
    expect(detached).not.toHaveProperty('certificateName');
    expect(await control.changeOutsideStack('my-cdn', { certificateName: 'unknown' })).toMatchObject({ alternativeDomainNames: [] });
    expect(await control.changeOutsideStack('my-cdn', { certificateName: 'cert', alternativeDomainNames: ['a.b'] })).toMatchObject({ alternativeDomainNames: ['a.b'] });
  });

  it('holds a status until it is set again or a write is accepted; any word but Deployed and Enabled is busy', async () => {
    const update = () => simulator.service.call('UpdateDistribution', { distributionName: 'my-cdn' });
    expect(await control.changeOutsideStack('my-cdn', { status: 'Repairing' })).toMatchObject({ status: 'Repairing' });
    await control.advance(3000);
    expect(update).toThrow('Please try again in a few minutes');
    expect(await control.changeOutsideStack('my-cdn', { isEnabled: false })).toMatchObject({ status: 'Repairing' });
    expect(await control.changeOutsideStack('my-cdn', { status: null })).toMatchObject({ status: 'Deployed' });
    await control.changeOutsideStack('my-cdn', { status: 'Enabled' });
    update();
    expect(await control.distribution('my-cdn')).toMatchObject({ status: 'InProgress' });
  });

  it('ableToUpdateBundle lasts until the month turns', async () => {
    expect(await control.changeOutsideStack('my-cdn', { ableToUpdateBundle: false })).toMatchObject({ ableToUpdateBundle: false });
    expect(await control.changeOutsideStack('my-cdn', { ableToUpdateBundle: true })).toMatchObject({ ableToUpdateBundle: true });
    await control.changeOutsideStack('my-cdn', { ableToUpdateBundle: false });
    await control.advance(31 * 86400);
    expect(await control.distribution('my-cdn')).toMatchObject({ ableToUpdateBundle: true });
  });

  it('with deploy goes the way of an update, and is refused while busy', async () => {
    expect(await control.changeOutsideStack('my-cdn', { isEnabled: false }, { deploy: true })).toMatchObject({ status: 'InProgress', isEnabled: false });
    expect(simulator.service.call('GetOperations', {}).operations).toMatchObject([{ operationType: 'UpdateDistribution', status: 'Started' }]);
    await expect(control.changeOutsideStack('my-cdn', { isEnabled: true }, { deploy: true })).rejects.toThrow('Please try again in a few minutes');
    await control.advance(300);
    expect(await control.distribution('my-cdn')).toMatchObject({ status: 'Deployed', isEnabled: false });
  });

  it('sets tags and takes them away, at once and beside the others', async () => {
    await control.changeOutsideStack('my-cdn', { tags: [{ key: 'a', value: '1' }, { key: 'b', value: '2' }] });
    const tagged = await control.tagOutsideStack('my-cdn', { a: null, b: '3', c: '' });
    expect(tagged).toMatchObject({ status: 'Deployed', tags: [{ key: 'b', value: '3' }, { key: 'c', value: '' }] });
    expect(await control.distribution('my-cdn')).toEqual(tagged);
    expect(await send('PATCH', 'tags/my-cdn', '{"a": 1}')).toEqual({ status: 400, body: { message: 'my-cdn.tags[2].value: expected a string, got 1' } });
    expect(await send('PATCH', 'tags/missing', '{}')).toEqual({ status: 404, body: { message: 'Requested resource not found: missing' } });
  });

  it('deletes by way of a DeleteDistribution, and is refused while busy', async () => {
    await control.removeDistribution('my-cdn', { deploy: true });
    expect(await control.snapshot()).toMatchObject({
      distributions: [{ name: 'my-cdn', status: 'InProgress' }], operations: [{ operationType: 'DeleteDistribution', status: 'Started' }],
    });
    await expect(control.removeDistribution('my-cdn', { deploy: true })).rejects.toThrow('Please try again in a few minutes');
    await control.advance(300);
    expect(await control.snapshot()).toMatchObject({ distributions: [], certificates: [], operations: [{ status: 'Succeeded' }] });
  });

  it('a name can be taken by an instance', async () => {
    await control.seedOrigin('web', { regionName: 'us-east-1', resourceType: 'Instance' });
    expect(() => simulator.service.call('CreateCertificate', { certificateName: 'web', domainName: 'example.com' }))
      .toThrow('Some names are already in use: web');
  });

  it('removes at once', async () => {
    await control.removeDistribution('my-cdn');
    expect(await send('GET', 'distributions/my-cdn')).toEqual({ status: 404, body: { message: 'Requested resource not found: my-cdn' } });
  });
});

describe('10 faults, calls and clock over HTTP', () => {
  it('faults are added, listed and cleared', async () => {
    await control.fault({ operation: 'GetDistributions', kind: 'throttle' });
    expect(await control.faults()).toEqual([{ operation: 'GetDistributions', kind: 'throttle', times: 1, after: 0 }]);
    await control.clearFaults();
    expect(await control.faults()).toEqual([]);
  });

  it.each([
    ['{"operation": "GetDistribution", "kind": "throttle"}', 'fault.operation must be one of * | CreateDistribution'],
    ['{"operation": "*", "kind": "fire"}', 'fault.kind must be one of throttle'],
    ['{"operation": "*", "kind": "throttle", "times": 0}', 'fault.times must be at least 1, got 0'],
    ['{"operation": "*", "kind": "slow", "seconds": -1}', 'fault.seconds must not be negative, got -1'],
    ['{"operation": "*", "kind": "certificateNotServed", "shows": "all"}', 'fault.shows must be one of nothing | former, got "all"'],
    ['{"kind": "throttle"}', 'fault.operation is required'],
  ])('a fault is refused: %s', async (body, message) => {
    const answer = await send('POST', 'faults', body);
    expect(answer).toEqual({ status: 400, body: { message: expect.stringContaining(message) } });
  });

  it('calls are listed and cleared', async () => {
    simulator.service.call('GetOperations', {});
    expect(await control.calls()).toEqual([
      { operation: 'GetOperations', input: {}, region: 'us-east-1', at: expect.any(String), outcome: 'ok' },
    ]);
    await control.clearCalls();
    expect(await control.calls()).toEqual([]);
  });

  it('the clock cannot go back, and a real one cannot be moved', async () => {
    await expect(control.advance(-1)).rejects.toThrow('simulator, POST clock: clock.advanceSeconds must not be negative, got -1');
    const real = await startSimulator();
    await expect(real.control.advance(1)).rejects.toThrow('simulator, POST clock: the clock is real; only a manual clock can be advanced');
    await real.close();
  });

  it('answers health, and 404 for what it does not know', async () => {
    await control.health();
    expect(await send('GET', 'nonsense')).toEqual({ status: 404, body: { message: 'no such control: GET /_simulator/nonsense' } });
    expect(await send('PUT', 'distributions/a/b', '{}')).toEqual({ status: 404, body: { message: 'no such control: PUT /_simulator/distributions/a/b' } });
  });
});
