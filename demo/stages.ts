import { ownedStages } from './owned-stages';
import { settingsStages } from './settings-stages';
import { siteStages } from './site-stages';

export const stages = [...siteStages, ...ownedStages, ...settingsStages];
