import { boolean, list, matching, oneOf, structure } from './shape';

/** The pattern of the service model, and the rule for hyphens in the user guide. */
export const bucketName = matching(/^(?!.*--)[a-z0-9][a-z0-9-]{1,52}[a-z0-9]$/,
  'have 3 to 54 characters, lowercase letters, digits and single hyphens, and neither start nor end with a hyphen');

export const bucketBundleId = oneOf('small_1_0', 'medium_1_0', 'large_1_0');

export const accessRules = structure({}, { getObject: oneOf('public', 'private'), allowPublicOverrides: boolean });

export const readonlyAccessAccounts = list(matching(/^\d{12}$/, 'be an account id of 12 digits'), { max: 10 });
