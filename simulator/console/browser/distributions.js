import { byId, element, setText, showList } from './dom.js';
import { driftForm } from './drift.js';
import { flattened, showSettings } from './settings.js';
import { countOf, statusView } from './words.js';

/** @import { ConsoleState } from '../state' */
/** @import { DistributionDescription } from '../../calls/describe-distribution' */

/** @param {ConsoleState['distributions']} distributions */
export function showDistributions(distributions) {
  setText(byId('distributions-count'), countOf(distributions));
  showList(byId('distributions'), distributions.newest, ({ name }) => name, distributionView);
}

/**
 * @param {DistributionDescription} distribution
 * @returns {import('./dom.js').View<DistributionDescription>}
 */
function distributionView(distribution) {
  let current = distribution;
  const status = statusView();
  const facts = element('span', { class: 'facts' });
  const settings = element('dl', { class: 'settings' });
  const scrolled = element('div', { 'class': 'scrolled', 'tabindex': '0', 'role': 'group', 'aria-label': `Settings of ${distribution.name}` }, settings);
  const node = element('li', {}, element('details', {},
    element('summary', {}, element('strong', {}, distribution.name), status.node, facts),
    element('div', { class: 'details' }, scrolled, driftForm(() => current))));
  return {
    node,
    update(next) {
      current = next;
      const { name, status: word = 'no status', arn, supportCode, createdAt, location, resourceType, ...shown } = next;
      status.show(word);
      setText(facts, factsOf(next));
      // The attributes that cannot be changed come last.
      showSettings(settings, flattened({ ...shown, arn, supportCode, createdAt, location, resourceType }));
    },
  };
}

/** @param {DistributionDescription} distribution */
function factsOf({ isEnabled, bundleId, origin, domainName, alternativeDomainNames }) {
  const [domain = domainName] = alternativeDomainNames;
  return `${isEnabled ? 'Enabled' : 'Disabled'} · ${domain} · ${origin.resourceType} ${origin.name} in ${origin.regionName} · ${bundleId}`;
}
