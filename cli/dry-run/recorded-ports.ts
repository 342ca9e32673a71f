import { type PlannedCall, plannedInput } from './planned-call';
import type { Ports } from './simulated-lightsail';

/** Records every write in the order in which the handler makes them. */
export function recordedPorts(ports: Ports, calls: PlannedCall[]): Ports {
  const recorded = async <T>(call: string, input: object, send: () => Promise<T>): Promise<T> => {
    try {
      const result = await send();
      calls.push({ call, input: plannedInput(input), isRefused: false });
      return result;
    } catch (error) {
      calls.push({ call, input: plannedInput(input), isRefused: true });
      throw error;
    }
  };
  return {
    ...ports,
    send: (write) => recorded(write.call, write.input, () => ports.send(write)),
    tag: (resourceName, tags) => recorded('TagResource', { resourceName, tags }, () => ports.tag(resourceName, tags)),
    untag: (resourceName, tagKeys) => recorded('UntagResource', { resourceName, tagKeys }, () => ports.untag(resourceName, tagKeys)),
    upsert: (zones) => recorded('ChangeResourceRecordSets', { zones }, () => ports.upsert(zones)),
  };
}
