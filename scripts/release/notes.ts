// Writes the files that the release workflow needs besides the packages: the version, its section of the changelog, and the SBOM.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { notesOf } from './changelog';
import { ROOT } from '../../local-aws/environment';

const [folder] = process.argv.slice(2);
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
writeFileSync(join(folder, 'notes.md'), `${notesOf(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'), version)}\n`);
writeFileSync(join(folder, 'version.txt'), version);
copyFileSync(join(ROOT, 'assets', 'sbom.cdx.json'), join(folder, 'sbom.cdx.json'));
