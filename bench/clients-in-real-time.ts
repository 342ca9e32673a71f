import { setTimeout as sleep } from 'node:timers/promises';
import { BUNDLES } from './bundles';
import { Handler, owned } from './handler';
import { lightsailClient } from './lightsail';
import { replay } from './replay';
import { TerraformReplay } from './replay-terraform';
import type { Scenario, DesiredState } from './scenarios';

/** Time is not scaled, because the rate of polls matters. */
const pass = (seconds: number) => sleep(seconds * 1000);

/** A client that manages many distributions at once. */
export interface Client {
  /** Creates or updates one distribution. Rejects if the user would see a failure. */
  readonly request: (url: string, name: string, scenario: Scenario) => Promise<void>;
  /** The state of the distribution before the request. */
  readonly found: (name: string, from: DesiredState) => DesiredState;
  /** The number of requests that the client has in progress at a time. */
  readonly atOnce: number;
}

const untouched = (_name: string, from: DesiredState) => from;

/** Each request has a separate process, like simultaneous invocations in Lambda. */
export const ours: Client = {
  async request(url, name, scenario) {
    const handler = await Handler.start(BUNDLES.ours, url);
    try {
      await handler.request(name, scenario, pass);
    } finally {
      await handler.stop();
    }
  },
  found: owned,
  atOnce: Infinity,
};

/** The one call that AwsCustomResource makes, with the three attempts of the SDK. */
export const awsCustomResource: Client = {
  async request(url, name, { from, to }) {
    const { bundleId, tags, ...settings } = to!;
    const lightsail = lightsailClient(url, 3);
    await (from === undefined
      ? lightsail.createDistribution({ distributionName: name, ...to! })
      : lightsail.updateDistribution({ distributionName: name, ...settings }));
  },
  found: untouched,
  atOnce: Infinity,
};

/** Uses the defaults of Terraform and of its provider: ten resources at a time, and 25 attempts of a call. */
export const terraform: Client = {
  request: (url, name, scenario) => replay(new TerraformReplay(lightsailClient(url, 25), pass), name, scenario),
  found: untouched,
  atOnce: 10,
};
