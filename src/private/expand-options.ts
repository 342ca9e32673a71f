import { CACHING_PRESETS } from './caching-presets';
import { definedMembers } from './defined-members';
import { SettingsOptions } from './render-settings';

/**
 * The options with the settings that their caching preset and their origin stand for. Options that are specified take precedence.
 *
 * It precedes all checks, so that they judge the settings that are deployed.
 */
export function expandOptions<T extends SettingsOptions>(options: T): T {
  const preset = options.cachingPreset === undefined ? {} : CACHING_PRESETS[options.cachingPreset];
  return {
    privateOriginAccess: options.origin?.privateAccess,
    ...preset,
    ...definedMembers(options),
    cacheBehaviorSettings: { ...preset.cacheBehaviorSettings, ...definedMembers(options.cacheBehaviorSettings ?? {}) },
  };
}
