import { asCloudFormationSends } from './cloudformation-strings';
import type { Host } from './hosts';
import { Waiter as FrameworkWaiter } from '../../cli/dry-run/provider-framework';
import type { ResourceEvent } from '../../lambda/protocol/event';

export type { Response } from '../../cli/dry-run/provider-framework';

/** CloudFormation's request for one resource, before the first call. */
export interface ResourceRequest {
  readonly type: ResourceEvent['RequestType'];
  readonly properties: Readonly<Record<string, unknown>>;
  readonly old?: Readonly<Record<string, unknown>>;
  /** By default the name that CloudFormation would know the resource by. */
  readonly physicalId?: string;
  readonly requestId?: string;
  readonly logicalId?: string;
  readonly stackId?: string;
  readonly resourceType?: string;
}

export const STACK_ID = 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/0b5f8a1e';
const SECRET_URL = 'https://cloudformation-custom-resource-response.example.com/secret-signature';
let requests = 0;

/** A request with what most tests do not care about. */
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
