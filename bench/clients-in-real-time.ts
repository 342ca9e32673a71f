import { setTimeout as sleep } from 'node:timers/promises';
import { BUNDLES } from './bundles';
import { Handler, owned } from './handler';
import { lightsailClient } from './lightsail';
import { replay } from './replay';
import { TerraformReplay } from './replay-terraform';
import type { Scenario, DesiredState } from './scenarios';

/** Time is not scaled: how often polls come is the point. */
const pass = (seconds: number) => sleep(seconds * 1000);

/** Someone who has many distributions at once. */
export interface Client {
  /** Brings one of them about; fails when the user would see it fail. */
  readonly request: (url: string, name: string, scenario: Scenario) => Promise<void>;
  /** The distribution that it finds. */
  readonly found: (name: string, from: DesiredState) => DesiredState;
  /** How many it has in progress at a time. */
  readonly atOnce: number;
}

const untouched = (_name: string, from: DesiredState) => from;

/** Each request in a separate process, like simultaneous invocations in Lambda. */
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

/** The one call that AwsCustomResource makes, with the SDK's three tries. */
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

/** With the defaults of Terraform and of its provider: ten at a time, and 25 tries of a call. */
export const terraform: Client = {
  request: (url, name, scenario) => replay(new TerraformReplay(lightsailClient(url, 25), pass), name, scenario),
  found: untouched,
  atOnce: 10,
};
