import { deletionsOf, orphanOf } from './deletion/deletion';
import { DELETED } from './deletion/goal';
import { distributionNameOf } from './name';
import { parseRequest } from './parse-request';
import { PRESENT } from './present/goal';
import { parseProgress } from './progress';
import { ownedController } from '../owned-controller';

/** `Custom::LightsailDistribution`: a distribution that the stack owns. */
export const distribution = ownedController({
  nameOf: distributionNameOf, parseProgress, parseRequest, deletionsOf, orphanOf, present: PRESENT, deleted: DELETED,
});
