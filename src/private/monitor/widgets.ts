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

const WIDTH = 8;

/** Graphs of the published metrics, three in a row. */
export function widgetsOf(
  title: string, published: readonly DistributionMetric[], metric: (name: DistributionMetric) => cloudwatch.IMetric, region: string,
): cloudwatch.IWidget[] {
  return GRAPHS.map((graph) => ({ ...graph, metrics: graph.metrics.filter((name) => published.includes(name)) }))
    .filter(({ metrics }) => metrics.length > 0)
    .map((graph) => new cloudwatch.GraphWidget({
      title: `${title}: ${graph.title}`,
      width: WIDTH,
      region,
      left: graph.metrics.map(metric),
      leftYAxis: { min: 0, ...(graph.unit === '%' && { label: '%', showUnits: false }) },
    }));
}
