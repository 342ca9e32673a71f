import { creation, invalid, lightsail, named, NAME, refusal } from './in-process';

const times = <T>(count: number, value: (index: number) => T) => Array.from({ length: count }, (_, index) => value(index));

describe('2.7 IP type, tags, region, quotas', () => {
  const tag = (key: string, value?: string) => ({ resourceName: NAME, tags: [{ key, value }] });

  it('the IP type is toggled in place, and deploys', () => {
    const { service, clock, read } = lightsail();
    const input = { resourceType: 'Distribution', resourceName: NAME, ipAddressType: 'ipv4' };
    const { operations } = service.call('SetIpAddressType', input);
    expect(operations).toMatchObject([{ operationType: 'SetIpAddressType', status: 'Started', isTerminal: false }]);
    expect(read()).toMatchObject({ ipAddressType: 'ipv4', status: 'InProgress' });
    clock.advance(300);
    expect(read()).toMatchObject({ ipAddressType: 'ipv4', status: 'Deployed' });
  });

  it('ipv6 alone is not offered, and there are no instances here', () => {
    const { service } = lightsail();
    expect(refusal(() => service.call('SetIpAddressType', { resourceType: 'Distribution', resourceName: NAME, ipAddressType: 'ipv6' })))
      .toBe(invalid('ipAddressType of a distribution must be one of ipv4 | dualstack, got "ipv6"'));
    expect(refusal(() => service.call('SetIpAddressType', { resourceType: 'Instance', resourceName: NAME, ipAddressType: 'ipv6' })))
      .toBe(`InvalidInputException (DoesNotExist): Requested resource not found: ${NAME}`);
  });

  it('tags are upserted by key and removed by key, end at once, and never deploy', () => {
    const { service, read } = lightsail();
    expect(service.call('TagResource', { resourceName: NAME, tags: [{ key: 'a', value: '1' }, { key: 'b', value: '2' }] }).operations)
      .toEqual([expect.objectContaining({ resourceName: NAME, resourceType: 'Distribution', isTerminal: true, status: 'Succeeded' })]);
    service.call('TagResource', tag('a', '3'));
    service.call('UntagResource', { resourceName: NAME, resourceArn: read().arn, tagKeys: ['b', 'never-there'] });
    expect(read()).toMatchObject({ tags: [{ key: 'a', value: '3' }], status: 'Deployed' });
  });

  it('tags change during a deployment too', () => {
    const { service, read } = lightsail();
    service.call('UpdateDistribution', { ...named, isEnabled: false });
    service.call('TagResource', tag('fence', 'request-1'));
    expect(read()).toMatchObject({ tags: [{ key: 'fence', value: 'request-1' }], status: 'InProgress' });
  });

  it('an empty or absent tag value is refused on create and accepted by TagResource', () => {
    const { service, read } = lightsail();
    for (const value of ['', undefined]) {
      expect(refusal(() => service.call('CreateDistribution', { ...creation('other'), tags: [{ key: 'k', value }] })))
        .toBe(invalid('the value of a tag must have at least 1 character'));
    }
    service.call('TagResource', tag('empty', ''));
    service.call('TagResource', tag('absent'));
    expect(read().tags).toEqual([{ key: 'empty', value: '' }, { key: 'absent', value: '' }]);
  });

  const allowed = 'letters, digits, spaces and + - = . _ : / @';
  it.each([
    [tag('k'.repeat(129), 'v'), `TagResource.tags[0].key must have 1 to 128 characters, ${allowed}, got "${'k'.repeat(129)}"`],
    [tag('', 'v'), `TagResource.tags[0].key must have 1 to 128 characters, ${allowed}, got ""`],
    [tag('k', 'v'.repeat(257)), `TagResource.tags[0].value must have at most 256 characters, ${allowed}, got "${'v'.repeat(257)}"`],
    [tag('k', 'a*b'), `TagResource.tags[0].value must have at most 256 characters, ${allowed}, got "a*b"`],
    [{ resourceName: NAME, tags: times(51, (index) => ({ key: `k${index}`, value: 'v' })) }, 'a resource can have 50 tags, got 51'],
    [{ ...tag('k', 'v'), resourceArn: 'arn:aws:lightsail:us-east-1:123456789012:Distribution/other' },
      `resourceArn is not that of ${NAME}, got arn:aws:lightsail:us-east-1:123456789012:Distribution/other`],
    [{ ...tag('k', 'v'), resourceArn: 'other' }, 'TagResource.resourceArn must be the ARN of a Lightsail resource, got "other"'],
  ])('a tag is refused: %j', (input, message) => {
    const { service, read } = lightsail();
    expect(refusal(() => service.call('TagResource', input))).toBe(invalid(message));
    expect(read().tags).toEqual([]);
  });

  it('a certificate has tags too; nothing else here has', () => {
    const { service } = lightsail();
    service.seeds.seedCertificate('cert', { domainName: 'example.com' });
    service.call('TagResource', { resourceName: 'cert', tags: [{ key: 'a', value: 'b' }] });
    expect(service.call('GetCertificates', {}).certificates).toMatchObject([{ tags: [{ key: 'a', value: 'b' }] }]);
    expect(refusal(() => service.call('UntagResource', { resourceName: 'nothing', tagKeys: ['a'] })))
      .toBe('InvalidInputException (DoesNotExist): Requested resource not found: nothing');
  });

  it('switch tagOperationType', () => {
    expect(lightsail().service.call('TagResource', tag('a', 'b')).operations[0]).not.toHaveProperty('operationType');
    expect(lightsail({ tagOperationType: 'TagResource' }).service.call('TagResource', tag('a', 'b')).operations[0].operationType).toBe('TagResource');
  });

  it('an account has 20 distributions', () => {
    const { service } = lightsail();
    times(19, (index) => service.seeds.seedDistribution(`cdn-${index}`));
    expect(refusal(() => service.call('CreateDistribution', creation('other')))).toBe(invalid('an account can have 20 distributions'));
  });

  it.each([
    [{ cacheBehaviors: times(26, (index) => ({ path: `p${index}`, behavior: 'cache' })) },
      'UpdateDistribution.cacheBehaviors must have at most 25 entries, got 26'],
    [{ cacheBehaviorSettings: { forwardedCookies: { option: 'allow-list', cookiesAllowList: times(11, String) } } },
      'UpdateDistribution.cacheBehaviorSettings.forwardedCookies.cookiesAllowList must have at most 10 entries, got 11'],
    [{ cacheBehaviorSettings: { forwardedHeaders: { option: 'allow-list', headersAllowList: times(11, () => 'Host') } } },
      'UpdateDistribution.cacheBehaviorSettings.forwardedHeaders.headersAllowList must have at most 10 entries, got 11'],
    [{ cacheBehaviorSettings: { forwardedQueryStrings: { option: true, queryStringsAllowList: times(11, String) } } },
      'UpdateDistribution.cacheBehaviorSettings.forwardedQueryStrings.queryStringsAllowList must have at most 10 entries, got 11'],
  ])('a quota is retained: %j', (input, message) => {
    expect(refusal(() => lightsail().update(input))).toBe(invalid(message));
  });

  it.each([
    [{}, 0, 1], [{}, 61, 1], [{ minimumResponseTimeout: 4 }, 3, 4],
  ])('switch minimumResponseTimeout %j: a response timeout of %d is refused', (behaviour, responseTimeout, minimum) => {
    const { update } = lightsail(behaviour);
    expect(refusal(() => update({ origin: { name: `${NAME}-origin`, responseTimeout } })))
      .toBe(invalid(`origin.responseTimeout must be from ${minimum} to 60, got ${responseTimeout}`));
  });

  it.each([1, 60])('a response timeout of %d is accepted', (responseTimeout) => {
    const { update, read } = lightsail();
    update({ origin: { name: `${NAME}-origin`, responseTimeout } });
    expect(read().origin.responseTimeout).toBe(responseTimeout);
  });
});
