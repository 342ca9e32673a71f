import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { Identity } from './claims';
import { Settings } from './resource-properties';

/** By stack: which settings its constructs manage of which distribution. */
const declared = new WeakMap<Stack, Map<Identity, Settings>>();

/** Records the settings that a construct manages. */
export function declareSettings(construct: Construct, identity: Identity, settings: Settings): void {
  const stack = Stack.of(construct);
  const ofStack = declared.get(stack) ?? new Map<Identity, Settings>();
  declared.set(stack, ofStack.set(identity, merged(ofStack.get(identity) ?? {}, settings)));
}

/** The settings that all constructs of the stack manage of a distribution; undefined if they manage none. Complete only at synthesis. */
export function desiredSettings(construct: Construct, identity: Identity): Settings | undefined {
  return declared.get(Stack.of(construct))?.get(identity);
}

/** Each setting is managed by one construct, but these two are groups of settings. */
function merged(one: Settings, other: Settings): Settings {
  const origin = one.origin && other.origin ? { origin: { ...one.origin, ...other.origin } } : {};
  const cache = one.cacheBehaviorSettings && other.cacheBehaviorSettings
    ? { cacheBehaviorSettings: { ...one.cacheBehaviorSettings, ...other.cacheBehaviorSettings } } : {};
  return { ...one, ...other, ...origin, ...cache };
}
