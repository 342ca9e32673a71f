import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { lightsailClient } from '../../lambda/lightsail/client';
import { AWS_OPTIONS, awsConfiguration } from '../aws';
import type { Command } from '../command';
import { UserError } from '../user-error';
import { type Timer, watch } from './watch';
import { watched } from './watched';

export const command: Command = {
  operands: 'NAME',
  description: 'Follow the deployment of a distribution to the edge, with its progress against the usual five minutes. '
    + 'The exit code is 0 when it is deployed, and 1 when the operation failed.',
  options: {
    follow: { type: 'boolean', description: 'Wait for the next change after one is deployed, until interrupted' },
    interval: { type: 'string', value: 'SECONDS', default: '5', description: 'Time between two reads' },
    ...AWS_OPTIONS,
  },
  async run(given, terminal) {
    const [name, ...more] = given.operands;
    if (name === undefined || more.length > 0) {
      throw new UserError(`watch: the name of one distribution is required, got ${given.operands.length === 0 ? 'none' : given.operands.join(' ')}`);
    }
    const request = { name, follows: given.flag('follow'), intervalSeconds: secondsOf(given.text('interval')!) };
    return watch(request, watched(lightsailClient(awsConfiguration(given)), name), terminal, untilInterrupted());
  },
};

function secondsOf(text: string): number {
  const seconds = Number(text);
  if (!/^\d+$/.test(text) || seconds < 1 || seconds > 3_600) throw new UserError(`watch: --interval: not whole seconds, got ${text}; 1 to 3600 are allowed`);
  return seconds;
}

function untilInterrupted(): Timer {
  const interruption = new AbortController();
  void once(process, 'SIGINT').then(() => interruption.abort());
  return {
    now: () => Date.now(),
    wait: (milliseconds) => delay(milliseconds, true, { signal: interruption.signal }).catch(() => false),
  };
}
