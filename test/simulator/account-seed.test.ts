import { type AccountSeed, type Simulator, startSimulator } from '../../simulator';

const seed: AccountSeed = {
  metricData: { shop: [{ metricName: 'Requests', samples: [{ timestamp: 1_780_272_000, value: 3 }] }] },
  dnsRecords: { '_a.example.com.': { value: '_b.example.net.' } },
  distributions: { shop: { certificateName: 'shop-certificate', origin: { name: 'web', regionName: 'eu-west-1' } } },
  certificates: { 'shop-certificate': { domainName: 'example.com' } },
  origins: { web: { regionName: 'eu-west-1', resourceType: 'Instance' } },
};

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator({ seed });
});
afterEach(() => simulator.close());

test('everything is there at the start, in whatever order the seed has it', async () => {
  expect(await simulator.control.snapshot()).toMatchObject({
    distributions: [{ name: 'shop', alternativeDomainNames: ['example.com'], origin: { name: 'web', resourceType: 'Instance' } }],
    certificates: [{ certificateName: 'shop-certificate' }],
  });
  expect(simulator.service.call('GetDistributionMetricData', {
    distributionName: 'shop', metricName: 'Requests', startTime: 1_780_272_000, endTime: 1_780_272_300, period: 300, unit: 'None', statistics: ['Sum'],
  })).toMatchObject({ metricData: [{ sum: 3 }] });
});

test('another seed replaces everything, faults and the log of calls too', async () => {
  simulator.service.call('GetDistributions', {});
  await simulator.control.fault({ operation: '*', kind: 'throttle' });
  await simulator.control.seed({ distributions: { blog: {} } });
  expect(await simulator.control.snapshot()).toMatchObject({ distributions: [{ name: 'blog' }], certificates: [] });
  expect(await simulator.control.faults()).toEqual([]);
  expect(await simulator.control.calls()).toEqual([]);
});

const wrong: readonly (readonly [seed: object, message: string])[] = [
  [{ distributons: {} }, 'distributons: unknown member; origins, certificates, distributions, dnsRecords, metricData are allowed'],
  [{ distributions: [] }, 'distributions: expected an object, got []'],
  [{ distributions: { shop: 'on' } }, 'distributions.shop: expected an object, got "on"'],
  [{ distributions: { shop: { cacheBehaviors: [{ path: 'a', behavior: 'x' }] } } },
    'distributions.shop.cacheBehaviors[0].behavior must be one of cache | dont-cache, got "x"'],
  [{ distributions: { shop: { colour: 'red' } } }, 'distributions.shop: unknown member colour'],
  [{ distributions: { '-': {} } }, 'distributions.-: name must have 2 to 255 characters, letters, digits, _ and -, and neither start nor end with -, got "-"'],
  [{ certificates: { shop: {} } }, 'certificates.shop.domainName is required'],
  [{ origins: { web: { regionName: 'eu-west-1', resourceType: 'Disk' } } }, 'origins.web.resourceType must be one of '],
  [{ dnsRecords: { 'a.example.com.': { value: 1 } } }, 'dnsRecords.a.example.com..value: expected a string, got 1'],
  [{ distributions: { shop: {} }, metricData: { shop: {} } }, 'metricData.shop: expected a list, got {}'],
  [{ distributions: { shop: {} }, metricData: { shop: [{ metricName: 'Requests', samples: [{ timestamp: 1, value: -1 }] }] } },
    'metricData.shop[0].samples[0].value must not be negative, got -1'],
  [{ metricData: { absent: [{ metricName: 'Requests', samples: [] }] } }, 'metricData.absent: Requested resource not found: absent'],
];

test.each(wrong)('%j is refused, and nothing changes', async (given, message) => {
  const before = await simulator.control.snapshot();
  await expect(simulator.control.seed({ origins: {}, certificates: { other: { domainName: 'example.org' } }, ...given })).rejects
    .toThrow(`simulator, PUT seed: ${message}`);
  expect(await simulator.control.snapshot()).toEqual(before);
  await expect(startSimulator({ seed: given })).rejects.toThrow(message);
});
