import { createServer, type Server } from 'node:http';
import { closeServer, listenOnLoopback } from '../../../simulator/http/loopback';

export interface AwsRequest {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  /** The access key of the signature. */
  readonly accessKeyId: string;
  /** The Region of the signature. */
  readonly region: string;
  readonly securityToken?: string;
}

interface AwsResponse {
  readonly status: number;
  readonly body: string;
}

/** A record of a change batch. */
interface Upserted {
  readonly name: string;
  readonly value: string;
}

export const ROUTE_53_NAMESPACE = 'https://route53.amazonaws.com/doc/2013-04-01/';

/** The response of Route 53 and STS to a refused call. */
export const refusal = (status: number, code: string, message: string): AwsResponse => ({
  status, body: `<?xml version="1.0"?><ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>r-1</RequestId></ErrorResponse>`,
});

const CHANGED: AwsResponse = {
  status: 200,
  body: `<?xml version="1.0"?><ChangeResourceRecordSetsResponse xmlns="${ROUTE_53_NAMESPACE}"><ChangeInfo><Id>/change/C1</Id><Status>PENDING</Status>`
    + '<SubmittedAt>2026-06-01T00:00:00Z</SubmittedAt></ChangeInfo></ChangeResourceRecordSetsResponse>',
};

const ASSUMED: AwsResponse = {
  status: 200,
  body: '<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials><AccessKeyId>ASSUMED</AccessKeyId>'
    + '<SecretAccessKey>secret</SecretAccessKey><SessionToken>session</SessionToken><Expiration>2038-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>',
};

/** An endpoint of Route 53 and of STS on 127.0.0.1, which accepts every signature. */
export class AwsEndpoint {
  requests: AwsRequest[] = [];
  /** The responses to the next calls, in place of the usual ones. */
  responses: AwsResponse[] = [];
  private readonly server: Server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const [, accessKeyId = 'nobody', region = ''] = /Credential=([^/]+)\/\d+\/([^/]+)\//.exec(incoming.headers.authorization ?? '') ?? [];
    const request = {
      method: incoming.method!,
      path: incoming.url!,
      body: Buffer.concat(chunks).toString(),
      accessKeyId,
      region,
      securityToken: incoming.headers['x-amz-security-token'] as string | undefined,
    };
    this.requests.push(request);
    const { status, body } = this.responses.shift() ?? this.respond(request);
    outgoing.writeHead(status, { 'content-type': 'text/xml' }).end(body);
  });

  /** Called for each record that is written. */
  onUpsert: (record: Upserted) => void = () => undefined;

  start(): Promise<string> {
    return listenOnLoopback(this.server);
  }

  stop(): Promise<void> {
    return closeServer(this.server);
  }

  private respond({ path, body }: AwsRequest): AwsResponse {
    if (!path.endsWith('/rrset') && !path.endsWith('/rrset/')) return ASSUMED;
    for (const [, name, value] of body.matchAll(/<Name>([^<]+)<\/Name>.*?<Value>([^<]+)<\/Value>/gs)) this.onUpsert({ name, value });
    return CHANGED;
  }
}
