import type { CertificateSummary, DistributionBundle, LightsailDistribution } from '@aws-sdk/client-lightsail';
import type { TrafficName } from '../metrics';

/** What was measured in one period, whose start it has in seconds since 1970. */
export interface Point {
  readonly start: number;
  readonly value: number;
}

/** Which points: those of the periods that begin in this time, in seconds. */
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly period: number;
}

/** The port: the reads of Amazon Lightsail that the monitor makes. It has no writes. */
export interface LightsailReads {
  /** `undefined` when there is none. */
  distribution(name: string): Promise<LightsailDistribution | undefined>;
  /** With its details; `undefined` when there is none. */
  certificate(name: string): Promise<CertificateSummary | undefined>;
  bundles(): Promise<readonly DistributionBundle[]>;
  /** A period without data has no point. */
  metricData(distributionName: string, metric: TrafficName, range: Range): Promise<readonly Point[]>;
}
