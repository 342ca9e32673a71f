import { aws_cloudwatch as cloudwatch } from 'aws-cdk-lib';
import { DistributionMetric } from '../../distribution-metric';

interface Graph {
  readonly title: string;
  readonly metrics: readonly DistributionMetric[];
  readonly unit?: '%';
}

const GRAPHS: readonly Graph[] = [
  { title: 'Requests', metrics: [DistributionMetric.REQUESTS] },
  { title: 'Transfer', metrics: [DistributionMetric.BYTES_DOWNLOADED, DistributionMetric.BYTES_UPLOADED] },
  {
    title: 'Error rates',
    metrics: [DistributionMetric.TOTAL_ERROR_RATE, DistributionMetric.HTTP_4XX_ERROR_RATE, DistributionMetric.HTTP_5XX_ERROR_RATE],
    unit: '%',
  },
  { title: 'Drift', metrics: [DistributionMetric.DRIFT] },
  { title: 'Transfer quota', metrics: [DistributionMetric.TRANSFER_USED, DistributionMetric.TRANSFER_FORECAST], unit: '%' },
  { title: 'Certificate', metrics: [DistributionMetric.CERTIFICATE_DAYS_TO_EXPIRY, DistributionMetric.CERTIFICATE_RENEWAL_BLOCKED] },
];

/** Labels are only for graphs: an alarm on a metric with a label needs a longer form in CloudFormation. */
const LABELS: { readonly [M in DistributionMetric]: string } = {
  [DistributionMetric.REQUESTS]: 'Requests',
  [DistributionMetric.BYTES_DOWNLOADED]: 'Downloaded',
  [DistributionMetric.BYTES_UPLOADED]: 'Uploaded',
  [DistributionMetric.TOTAL_ERROR_RATE]: 'All errors',
  [DistributionMetric.HTTP_4XX_ERROR_RATE]: 'HTTP 4xx',
  [DistributionMetric.HTTP_5XX_ERROR_RATE]: 'HTTP 5xx',
  [DistributionMetric.DRIFT]: 'Settings that differ',
  [DistributionMetric.CERTIFICATE_DAYS_TO_EXPIRY]: 'Days until expiry',
  [DistributionMetric.CERTIFICATE_RENEWAL_BLOCKED]: 'Renewal blocked',
  [DistributionMetric.TRANSFER_USED]: 'Used',
  [DistributionMetric.TRANSFER_FORECAST]: 'Forecast',
};

const WIDTH = 8;

/** Graphs of the published metrics, three in a row. */
export function widgetsOf(
  title: string, published: readonly DistributionMetric[], metric: (name: DistributionMetric, label: string) => cloudwatch.IMetric, region: string,
): cloudwatch.IWidget[] {
  return GRAPHS.map((graph) => ({ ...graph, metrics: graph.metrics.filter((name) => published.includes(name)) }))
    .filter(({ metrics }) => metrics.length > 0)
    .map((graph) => new cloudwatch.GraphWidget({
      title: `${title}: ${graph.title}`,
      width: WIDTH,
      region,
      left: graph.metrics.map((name) => metric(name, LABELS[name])),
      leftYAxis: { min: 0, ...(graph.unit === '%' && { label: '%', showUnits: false }) },
    }));
}
