import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What CloudWatch Logs does with log streams, over HTTP, and what is asked of it. */
export interface LocalLogs {
  readonly url: string;
  readonly calls: string[];
  readonly streams: Set<string>;
  /** The next calls meet these; `lost` takes effect and has no response. */
  readonly faults: ('throttled' | 'lost')[];
  close(): void;
}

interface Input {
  readonly logStreamName: string;
  readonly logStreamNamePrefix: string;
}

const named = (logStreamName: string) => ({ logStreamName });

/** By operation, as https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/ documents them. */
const operations: Readonly<Record<string, (streams: Set<string>, input: Input) => object | undefined>> = {
  CreateLogStream: (streams, { logStreamName }) => (streams.has(logStreamName) ? undefined : (streams.add(logStreamName), {})),
  DeleteLogStream: (streams, { logStreamName }) => (streams.delete(logStreamName), {}),
  DescribeLogStreams: (streams, { logStreamNamePrefix }) =>
    ({ logStreams: [...streams].filter((name) => name.startsWith(logStreamNamePrefix)).sort().reverse().map(named) }),
};

export async function localLogs(): Promise<LocalLogs> {
  const calls: string[] = [];
  const streams = new Set<string>();
  const faults: ('throttled' | 'lost')[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => { body += chunk; });
    request.on('end', () => {
      const operation = String(request.headers['x-amz-target']).split('.')[1];
      calls.push(operation);
      const fault = faults.shift();
      const answer = fault === 'throttled' ? undefined : operations[operation](streams, JSON.parse(body));
      if (fault === 'lost') return void request.socket.destroy();
      response.writeHead(answer ? 200 : 400, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(JSON.stringify(answer ?? { __type: fault === 'throttled' ? 'ThrottlingException' : 'ResourceAlreadyExistsException' }));
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls, streams, faults, close: () => void server.close() };
}
