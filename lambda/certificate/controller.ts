import { DELETED, deletionsOf, orphanOf } from './deletion';
import { ISSUED } from './issued/goal';
import { certificateNameOf } from './name';
import { parseRequest } from './parse-request';
import { parseProgress } from './phase';
import { ownedController } from '../owned-controller';

/** `Custom::LightsailCertificate`: a certificate that the stack owns. */
export const certificate = ownedController({
  nameOf: certificateNameOf, parseProgress, parseRequest, deletionsOf, orphanOf, present: ISSUED, deleted: DELETED,
});
