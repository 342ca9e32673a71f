import { invalid, lightsail, named, NAME, refusal } from './in-process';

const to = (bundleId: string) => ({ ...named, bundleId });

describe('2.5 bundles', () => {
  it('changes once a month; ableToUpdateBundle says whether it can', () => {
    const { service, clock, read } = lightsail();
    expect(read().ableToUpdateBundle).toBe(true);
    expect(service.call('UpdateDistributionBundle', to('medium_1_0')).operation)
      .toMatchObject({ operationType: 'UpdateDistributionBundle', isTerminal: false, status: 'Started' });
    clock.advance(300);
    expect(read()).toMatchObject({ bundleId: 'medium_1_0', ableToUpdateBundle: false, status: 'Deployed' });
    const message = 'the bundle of a distribution can be changed once per billing cycle; wait until the next month starts';
    expect(refusal(() => service.call('UpdateDistributionBundle', to('large_1_0')))).toBe(invalid(message));
    clock.advance(30 * 86400);
    expect(read().ableToUpdateBundle).toBe(true);
    service.call('UpdateDistributionBundle', to('large_1_0'));
    expect(read().bundleId).toBe('large_1_0');
  });

  it('switch bundleChangeError', () => {
    const { service } = lightsail({ bundleChangeError: 'OperationFailureException' });
    service.seeds.changeOutsideStack(NAME, { ableToUpdateBundle: false });
    expect(refusal(() => service.call('UpdateDistributionBundle', to('large_1_0'))))
      .toBe('OperationFailureException: the bundle of a distribution can be changed once per billing cycle; wait until the next month starts');
  });

  it('switch bundleDowngrade: allowed, or refused', () => {
    const lenient = lightsail();
    lenient.service.seeds.changeOutsideStack(NAME, { bundleId: 'large_1_0' });
    lenient.service.call('UpdateDistributionBundle', to('small_1_0'));
    expect(lenient.read().bundleId).toBe('small_1_0');
    const strict = lightsail({ bundleDowngrade: 'refused' });
    strict.service.seeds.changeOutsideStack(NAME, { bundleId: 'large_1_0' });
    expect(refusal(() => strict.service.call('UpdateDistributionBundle', to('medium_1_0'))))
      .toBe(invalid('the bundle cannot be changed to a smaller one, got medium_1_0 after large_1_0'));
  });

  it('switch bundleChangeDeploys=false: an operation, but no deployment', () => {
    const { service, read } = lightsail({ bundleChangeDeploys: false });
    expect(service.call('UpdateDistributionBundle', to('medium_1_0')).operation.isTerminal).toBe(false);
    expect(read().status).toBe('Deployed');
  });

  it.each([
    ['huge_1_0', 'bundleId must be one of small_1_0 | medium_1_0 | large_1_0, got huge_1_0'],
    ['small_1_0', 'the distribution has the bundle small_1_0 already'],
  ])('%s is refused', (bundleId, message) => {
    expect(refusal(() => lightsail().service.call('UpdateDistributionBundle', to(bundleId)))).toBe(invalid(message));
  });

  it('the small bundle while WAF is on is refused, and so is one without the rule groups in use', () => {
    const { service } = lightsail();
    service.seeds.changeOutsideStack(NAME, { bundleId: 'large_1_0', waf: { isWafEnabled: true, wafRules: [{ name: 'AWSManagedRulesPHPRuleSet' }] } });
    expect(refusal(() => service.call('UpdateDistributionBundle', to('small_1_0'))))
      .toBe(invalid('WAF is available only for the bundles medium_1_0 and large_1_0, got small_1_0'));
    expect(refusal(() => service.call('UpdateDistributionBundle', to('medium_1_0'))))
      .toBe(invalid('wafRules: the bundle medium_1_0 does not support the rule group AWSManagedRulesPHPRuleSet'));
  });

  it('switch inactiveBundles: listed, flagged, and refused', () => {
    const { service } = lightsail({ inactiveBundles: ['medium_1_0'] });
    expect(service.call('GetDistributionBundles', {}).bundles).toEqual([
      { bundleId: 'small_1_0', name: 'Small', price: 2.5, transferPerMonthInGb: 50, isActive: true },
      { bundleId: 'medium_1_0', name: 'Medium', price: 10, transferPerMonthInGb: 200, isActive: false },
      { bundleId: 'large_1_0', name: 'Large', price: 35, transferPerMonthInGb: 500, isActive: true },
    ]);
    expect(refusal(() => service.call('UpdateDistributionBundle', to('medium_1_0'))))
      .toBe(invalid('bundleId must be one of small_1_0 | large_1_0, got medium_1_0'));
  });

  it('a bundle change that fails gives the month back', () => {
    const { service, clock, read } = lightsail();
    service.faults.add({ operation: 'UpdateDistributionBundle', kind: 'failedOperation' });
    service.call('UpdateDistributionBundle', to('medium_1_0'));
    clock.advance(300);
    expect(read()).toMatchObject({ bundleId: 'small_1_0', ableToUpdateBundle: true, status: 'Deployed' });
  });
});
