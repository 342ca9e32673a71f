import { invalid, lightsail, named, NAME, refusal } from './in-process';

const FIVE_MINUTES = 300;
/** The start of a period of five minutes. */
const START = 1_780_272_000;

const samples = [
  { timestamp: START, value: 10 },
  { timestamp: START + 60, value: 2 },
  { timestamp: START + 299, value: 30 },
  { timestamp: START + 900, value: 4 },
];

const input = {
  ...named, metricName: 'Requests', startTime: START, endTime: START + 3_600, period: FIVE_MINUTES, unit: 'None', statistics: ['Sum'],
};

function measured(metricName: 'Requests' | 'Http4xxErrorRate' = 'Requests') {
  const { service, ...rest } = lightsail();
  service.seeds.seedMetricData(NAME, { metricName, samples });
  const read = (changed: object = {}) => service.call('GetDistributionMetricData', { ...input, metricName, ...changed });
  return { ...rest, service, read };
}

test('a data point for each period that has samples', () => {
  expect(measured().read()).toEqual({
    metricName: 'Requests',
    metricData: [{ timestamp: START, sum: 42, unit: 'None' }, { timestamp: START + 900, sum: 4, unit: 'None' }],
  });
});

test('the statistics that are asked for, and no others', () => {
  const { read } = measured();
  expect(read({ statistics: ['Minimum', 'Maximum', 'Average', 'SampleCount', 'Sum'] }).metricData[0])
    .toEqual({ timestamp: START, minimum: 2, maximum: 30, average: 14, sampleCount: 3, sum: 42, unit: 'None' });
  expect(read({ statistics: ['Average'] }).metricData[0]).toEqual({ timestamp: START, average: 14, unit: 'None' });
});

test('periods begin at multiples of their length, with the samples from the start time to before the end time', () => {
  const { read } = measured();
  const sums = (changed: object) => read(changed).metricData.map(({ timestamp, sum }) => [timestamp - START, sum]);
  expect(sums({ period: 60 })).toEqual([[0, 10], [60, 2], [240, 30], [900, 4]]);
  expect(sums({ period: 3_600 })).toEqual([[0, 46]]);
  expect(sums({ startTime: START + 60, endTime: START + 299 })).toEqual([[0, 2]]);
  expect(sums({ endTime: START + 900 })).toEqual([[0, 42]]);
  expect(sums({ startTime: START + 3_600, endTime: START + 7_200 })).toEqual([]);
});

test.each([['Requests', 'None', 'Count'], ['Http4xxErrorRate', 'Percent', 'None']] as const)('%s is in %s only', (metricName, unit, other) => {
  const { read } = measured(metricName);
  expect(read({ unit }).metricData).toHaveLength(2);
  expect(read({ unit: other }).metricData).toEqual([]);
});

test('a seed replaces the samples of its metric and leaves others', () => {
  const { service, read } = measured();
  service.seeds.seedMetricData(NAME, { metricName: 'BytesDownloaded', samples: [{ timestamp: START, value: 1 }] });
  expect(read().metricData).toHaveLength(2);
  service.seeds.seedMetricData(NAME, { metricName: 'Requests', samples: [] });
  expect(read().metricData).toEqual([]);
  expect(read({ metricName: 'BytesDownloaded' }).metricData).toEqual([{ timestamp: START, sum: 1, unit: 'None' }]);
});

test('the samples survive an update and go with the distribution', () => {
  const { service, clock, update, read } = measured();
  update({ isEnabled: false });
  expect(read().metricData).toHaveLength(2);
  service.call('DeleteDistribution', named);
  clock.advance(300);
  service.seeds.seedDistribution(NAME);
  expect(read().metricData).toEqual([]);
});

describe('traffic', () => {
  const DAY = 86_400;
  const SINCE = START - 3 * DAY;
  function withTraffic(seed: object = {}, behaviour: object = {}) {
    const { service, ...rest } = lightsail(behaviour);
    service.seeds.seedTraffic(NAME, { requestsPerDay: 144_000, since: SINCE, ...seed });
    const values = (metricName: string, changed: object = {}) => service.call('GetDistributionMetricData', {
      ...input, metricName, unit: metricName.endsWith('Rate') ? 'Percent' : 'None', statistics: ['Sum', 'Average'], startTime: SINCE - DAY, endTime: SINCE + 3 * DAY, period: DAY, ...changed,
    } as never).metricData as readonly { readonly timestamp: number; readonly sum: number; readonly average: number }[];
    return { ...rest, service, values };
  }

  test('is about as much as the seed says, less at night, and begins when it says', () => {
    const { values } = withTraffic();
    const days = values('Requests');
    expect(days.map(({ timestamp }) => (timestamp - SINCE) / DAY)).toEqual([0, 1, 2]);
    for (const { sum } of days.slice(0, 2)) expect(Math.abs(sum / 144_000 - 1)).toBeLessThan(0.05);
    const hours = values('Requests', { startTime: SINCE, endTime: SINCE + DAY, period: 3_600 }).map(({ sum }) => sum);
    expect(Math.max(...hours)).toBeGreaterThan(8 * Math.min(...hours));
  });

  test('is the same for the same seed, and another for another', () => {
    expect(withTraffic({ seed: 7 }).values('Requests')).toEqual(withTraffic({ seed: 7 }).values('Requests'));
    expect(withTraffic({ seed: 8 }).values('Requests')).not.toEqual(withTraffic({ seed: 7 }).values('Requests'));
  });

  test('has rates and bytes that fit the requests, and incidents', () => {
    const incidents = [{ from: SINCE + DAY, to: SINCE + DAY + 3_600, serverErrorPercent: 30 }];
    const { values } = withTraffic({ bytesPerRequest: 1_000, clientErrorPercent: 2, incidents });
    expect(values('BytesDownloaded').map(({ sum }) => sum)).toEqual(values('Requests').map(({ sum }) => sum * 1_000));
    expect(values('Http4xxErrorRate')[0].average).toBeGreaterThan(1);
    expect(values('Http4xxErrorRate')[0].average).toBeLessThan(3);
    const duringIncident = values('Http5xxErrorRate', { startTime: SINCE + DAY, endTime: SINCE + DAY + 3_600, period: 3_600 });
    expect(duringIncident[0].average).toBeGreaterThan(20);
    expect(values('Http5xxErrorRate')[0].average).toBeLessThan(1);
  });

  test('sums of parts are those of the whole', () => {
    const { values } = withTraffic({ requestsPerDay: 5_000 });
    const total = (period: number) => values('Requests', { startTime: SINCE, endTime: SINCE + DAY, period }).reduce((sum, one) => sum + one.sum, 0);
    expect([300, 3_600].map(total)).toEqual([total(DAY), total(DAY)]);
  });

  test('is known after the delay, and for as long as it is kept', () => {
    const { values } = withTraffic({}, { metricDelaySeconds: 600, metricRetentionDays: 2 });
    const minutes = values('Requests', { period: 60 }).map(({ timestamp }) => timestamp);
    expect([minutes[0] - START, minutes.at(-1)! - START]).toEqual([-2 * DAY, -660]);
  });
});

test('what is wrong is refused', () => {
  const { service, read } = measured();
  expect(refusal(() => read({ endTime: START }))).toBe(invalid(`endTime must be later than startTime, got ${START} and ${START}`));
  expect(refusal(() => service.seeds.seedMetricData('missing', { metricName: 'Requests', samples })))
    .toBe('InvalidInputException (DoesNotExist): Requested resource not found: missing');
  expect(refusal(() => service.seeds.seedMetricData(NAME, { metricName: 'Requests', samples: [{ timestamp: START, value: -1 }] })))
    .toBe(invalid('metricData.samples[0].value must not be negative, got -1'));
});
