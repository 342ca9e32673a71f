import { ownedStages } from './owned-stages';
import { settingsStages } from './settings-stages';

export const stages = [...ownedStages, ...settingsStages];
