import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InstalledApp } from './installed-app';
import { LocalAws } from '../../local-aws/local-aws';
import { distributionNames, isWrite, newCallsFor } from '../e2e/calls';

/** A change to the source of an app. */
export interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** Deploys, updates and destroys an app on a local AWS with the real CDK CLI. The change sets the default TTL to two hours. */
export async function deployUpdateDestroy(app: InstalledApp, change: Edit): Promise<void> {
  const local = await LocalAws.start({ operationSeconds: 1, deploymentSeconds: 2 });
  try {
    await local.lightsail.seedOrigin('shop-server', { regionName: 'eu-west-1', resourceType: 'Instance' });
    await local.lightsail.seedCertificate('shop-certificate', { domainName: 'shop.example.com' });
    await local.lightsail.seedDistribution('blog', { cacheBehaviorSettings: { minimumTTL: 0 } });
    const [shopWrites, blogWrites] = ['shop', 'blog'].map((name) => {
      const calls = newCallsFor(local, name);
      return async () => (await calls()).filter(isWrite);
    });

    const created = await local.cdk.deploy(app);
    const shop = await local.lightsail.distribution('shop');
    expect(created.outputs.ShopStack).toEqual({
      DomainName: shop.domainName, Changes: 'created', BlogChanges: 'cacheBehaviorSettings.minimumTTL: 0 -> 60',
    });
    expect(shop).toMatchObject({
      status: 'Deployed',
      origin: { name: 'shop-server', regionName: 'eu-west-1' },
      certificateName: 'shop-certificate',
      alternativeDomainNames: ['shop.example.com'],
      defaultRootObject: 'index.html',
      cacheBehaviorSettings: { defaultTTL: 3600, forwardedQueryStrings: { option: false, queryStringsAllowList: ['page', 'lang'] } },
      cacheBehaviors: [{ path: 'api/*', behavior: 'dont-cache' }],
      customErrorResponses: [{ errorCode: 404, responseCode: '404', responsePagePath: '/not-found.html', errorCachingMinTTL: 300 }],
      tags: expect.arrayContaining([{ key: 'stage', value: 'production' }, { key: 'team', value: 'web' }]),
    });
    expect(await shopWrites()).toEqual(['CreateDistribution', 'UntagResource']);
    expect(await blogWrites()).toEqual(['UpdateDistribution']);

    edit(app, change);
    const updated = await local.cdk.deploy(app);
    expect(updated.outputs.ShopStack).toEqual({
      ...created.outputs.ShopStack, Changes: 'cacheBehaviorSettings.defaultTTL: 3600 -> 7200',
    });
    expect(await local.lightsail.distribution('shop'))
      .toEqual({ ...shop, cacheBehaviorSettings: { ...shop.cacheBehaviorSettings, defaultTTL: 7200 } });
    expect(await shopWrites()).toEqual(['UpdateDistribution']);
    expect(await blogWrites()).toEqual([]);

    const blog = await local.lightsail.distribution('blog');
    expect((await local.cdk.destroy(app)).exitCode).toBe(0);
    expect(await distributionNames(local)).toEqual(['blog']);
    expect(await local.lightsail.distribution('blog')).toEqual(blog);
    expect(await shopWrites()).toEqual(['DeleteDistribution']);
    expect(await blogWrites()).toEqual([]);
  } finally {
    await local.close();
  }
}

function edit({ cwd }: InstalledApp, { file, from, to }: Edit): void {
  const path = join(cwd, file);
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
}
