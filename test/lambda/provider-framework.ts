import { asCloudFormationSends } from './cloudformation-strings';
import type { Host } from './hosts';
import { Waiter as FrameworkWaiter } from '../../cli/dry-run/provider-framework';
import type { ResourceEvent } from '../../lambda/protocol/event';

export type { Response } from '../../cli/dry-run/provider-framework';

/** The request that CloudFormation sends for one resource, before the first call. */
export interface ResourceRequest {
  readonly type: ResourceEvent['RequestType'];
  readonly properties: Readonly<Record<string, unknown>>;
  readonly old?: Readonly<Record<string, unknown>>;
  /** The physical id in CloudFormation (default: the name of the resource). */
  readonly physicalId?: string;
  readonly requestId?: string;
  readonly logicalId?: string;
  readonly stackId?: string;
  readonly resourceType?: string;
}

export const STACK_ID = 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/0b5f8a1e';
const SECRET_URL = 'https://cloudformation-custom-resource-response.example.com/secret-signature';
let requests = 0;

/** Runs a request, with defaults for the members that most tests do not use. */
export class Waiter extends FrameworkWaiter {
  constructor(host: Pick<Host, 'invoke'>, request: ResourceRequest) {
    const { type, properties, old, physicalId = String((old ?? properties).distributionName) } = request;
    const sent = (value: object) => asCloudFormationSends({ ServiceToken: 'arn:aws:lambda:…', ...value }) as Record<string, unknown>;
    super(host, {
      RequestType: type,
      RequestId: request.requestId ?? `request-${++requests}`,
      ResourceType: request.resourceType ?? 'Custom::LightsailDistributionSettings',
      StackId: request.stackId ?? STACK_ID,
      LogicalResourceId: request.logicalId ?? 'Cdn',
      ...(type === 'Create' ? {} : { PhysicalResourceId: physicalId }),
      ResourceProperties: sent(properties),
      ...(old && { OldResourceProperties: sent(old) }),
      ...{ ResponseURL: SECRET_URL },
    } as ResourceEvent);
  }
}
