interface Directive {
  readonly Namespace: string;
  readonly Dimensions: readonly (readonly string[])[];
  readonly Metrics: readonly { readonly Name: string; readonly Unit?: string }[];
}

interface EmbeddedMetrics {
  readonly _aws?: { readonly Timestamp: number; readonly CloudWatchMetrics: readonly Directive[] };
  readonly [member: string]: unknown;
}

/** The values of a metric by the start of their period in seconds, as CloudWatch extracts and keeps them: two of one time are both kept. */
export class ExtractedMetrics {
  private readonly values = new Map<string, Map<number, number[]>>();

  /** By https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html */
  extract(lines: readonly object[]): void {
    for (const { _aws, ...members } of lines as readonly EmbeddedMetrics[]) {
      for (const { Metrics, Dimensions } of _aws?.CloudWatchMetrics ?? []) {
        if (Dimensions.flat().some((name) => typeof members[name] !== 'string')) throw new Error('a dimension without a value');
        for (const { Name } of Metrics) this.add(Name, _aws!.Timestamp / 1000, members[Name] as number);
      }
    }
  }

  sum(name: string): number {
    return [...this.values.get(name)?.values() ?? []].flat().reduce((total, value) => total + value, 0);
  }

  /** Sorted by time. */
  of(name: string): readonly (readonly [start: number, ...values: number[]])[] {
    return [...this.values.get(name) ?? []].sort(([one], [other]) => one - other).map(([start, values]) => [start, ...values]);
  }

  private add(name: string, at: number, value: number): void {
    const ofMetric = this.values.get(name) ?? new Map<number, number[]>();
    this.values.set(name, ofMetric.set(at, [...ofMetric.get(at) ?? [], value]));
  }
}
