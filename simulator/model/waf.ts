import { between, constrained, list, matching, oneOf, string, structure } from './shape';

const path = matching(/^\/.{0,255}$/, 'start with / and have 1 to 256 characters');
const fieldName = matching(/^.{1,512}$/, 'have 1 to 512 characters');
const payloadType = oneOf('JSON', 'FORM_ENCODED');
const statusCodes = list(between(0, 999), { min: 1, max: 10 });

const responseInspection = constrained(
  structure({}, { successCodes: statusCodes, failureCodes: statusCodes }),
  'not have a code that is both a success and a failure',
  ({ successCodes = [], failureCodes = [] }) => !successCodes.some((code) => failureCodes.includes(code)),
);

const atpConfig = constrained(
  structure({}, { loginPath: path, payloadType, usernameField: fieldName, passwordField: fieldName, responseInspection }),
  'have JSON pointers, which start with /, as field names of a JSON payload',
  (config) => config.payloadType !== 'JSON' || [config.usernameField, config.passwordField].every((field) => field === undefined || field.startsWith('/')),
);

export const wafRule = structure({ name: string }, {
  atpConfig,
  acfpConfig: structure({}, { payloadType, creationPath: path, registrationPagePath: path, responseInspection }),
  botControlConfig: structure({}, { inspectionLevel: oneOf('COMMON', 'TARGETED') }),
});
