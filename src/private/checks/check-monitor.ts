import { Token } from 'aws-cdk-lib';
import { finding, Findings } from './finding';
import { DistributionMetric } from '../../distribution-metric';

/** A monitor without metrics has no effect, so it is a mistake; a duplicate is one as well. */
export function checkMetrics(metrics: readonly DistributionMetric[] | undefined): Findings {
  if (metrics?.length === 0) {
    return finding('metrics', { what: 'empty list', got: '[]', allowed: 'at least one metric is needed', todo: 'add one, or leave the list out for the default' });
  }
  const duplicate = metrics?.find((metric, index) => metrics.indexOf(metric) < index);
  return duplicate === undefined ? [] : finding('metrics', {
    what: 'duplicate entry', got: `"${duplicate}" more than once`, allowed: 'each entry may occur once', todo: 'leave the others out',
  });
}

export function checkNamespace(namespace: string | undefined): Findings {
  if (namespace === undefined || Token.isUnresolved(namespace)) { return []; }
  if (/^[\w.#/-]{1,255}$/.test(namespace) && !namespace.startsWith('AWS/')) { return []; }
  return finding('namespace', {
    what: 'malformed namespace',
    got: `"${namespace}"`,
    allowed: '1 to 255 letters, digits and the characters ".", "-", "_", "/" and "#" are allowed, and "AWS/" at the beginning is not',
    todo: 'use a namespace such as "Lightsail/Distributions"',
  });
}

/** A threshold of which every value or none is reached is a mistake. */
export function checkThreshold(option: string, threshold: number | undefined, max: number): Findings {
  if (threshold === undefined || Token.isUnresolved(threshold) || (threshold > 0 && threshold <= max)) { return []; }
  return finding(option, { what: 'out of range', got: threshold, allowed: `a number above 0 and up to ${max} is allowed`, todo: 'choose a number in this range' });
}
