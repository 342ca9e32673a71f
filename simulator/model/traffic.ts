import { between, constrained, integer, list, number, structure, timestamp, ValueOf } from './shape';

const notNegative = constrained(number, 'not be negative', (value) => value >= 0);
const percent = between(0, 100);

/** A time in which the origin fails more often. Times are in seconds since 1970. */
const incident = structure({ from: timestamp, to: timestamp, serverErrorPercent: percent }, {});

export const trafficSeed = structure({ requestsPerDay: notNegative }, {
  seed: integer,
  since: timestamp,
  bytesPerRequest: notNegative,
  clientErrorPercent: percent,
  serverErrorPercent: percent,
  incidents: list(incident),
});
export type TrafficSeed = ValueOf<typeof trafficSeed>;
