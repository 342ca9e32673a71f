import { byId, element, setText, showList } from './dom.js';
import { send } from './send.js';
import { countOf, statusView } from './words.js';

/** @import { ConsoleState } from '../state' */
/** @typedef {ConsoleState['certificates']['newest'][number]} Certificate */
/** @typedef {NonNullable<Certificate['certificateDetail']>['domainValidationRecords'][number]} ValidationRecord */

/** @param {ConsoleState['certificates']} certificates */
export function showCertificates(certificates) {
  setText(byId('certificates-count'), countOf(certificates));
  showList(byId('certificates'), certificates.newest, ({ certificateArn }) => certificateArn, certificateView);
}

/**
 * @param {Certificate} certificate
 * @returns {import('./dom.js').View<Certificate>}
 */
function certificateView({ certificateName, certificateDetail }) {
  const status = statusView();
  const facts = element('span', { class: 'facts' });
  const records = element('ul', { class: 'records' });
  const details = element('details', {}, element('summary', {}, element('strong', {}, certificateName), status.node, facts), records);
  // A user has to create the records of this certificate, so they are visible without a click.
  details.open = certificateDetail?.status === 'PENDING_VALIDATION';
  return {
    node: element('li', {}, details),
    update({ certificateDetail: detail }) {
      if (!detail) return;
      status.show(detail.status);
      const users = detail.inUseResourceCount;
      setText(facts, `${detail.subjectAlternativeNames.join(', ')} · ${users === 0 ? 'not in use' : `used by ${users} distribution${users === 1 ? '' : 's'}`}`);
      showList(records, detail.domainValidationRecords, ({ domainName }) => domainName, recordView);
    },
  };
}

/**
 * @param {ValidationRecord} record
 * @returns {import('./dom.js').View<ValidationRecord>}
 */
function recordView({ domainName, resourceRecord: { name, type, value } }) {
  const status = statusView();
  const create = element('button', { type: 'button', class: 'quiet' }, 'Create the record', element('span', { class: 'unseen' }, ` of ${domainName}`));
  create.addEventListener('click', () => void send('PUT', `dns-records/${encodeURIComponent(name)}`, { value }));
  return {
    node: element('li', {}, element('strong', {}, domainName), status.node, create, element('code', {}, `${name} ${type} ${value}`)),
    update({ validationStatus }) {
      status.show(validationStatus);
      create.hidden = validationStatus !== 'PENDING_VALIDATION';
    },
  };
}
