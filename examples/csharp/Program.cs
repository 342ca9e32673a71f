/*
 * A distribution that the stack owns, and settings of an existing one, from a stack in any Region.
 *
 * Replace the names of the resources with yours. Then run in this folder:
 *   npx aws-cdk@2.1148.1 deploy
 *
 * Errors at synthesis name options as TypeScript spells them: cacheBehaviorSettings.minimumTtl is MinimumTtl of CacheBehaviorSettings here.
 */
using System.Collections.Generic;
using Amazon.CDK;
using CdkLightsail.Distributions;
using Constructs;

namespace Shop
{
    internal static class Program
    {
        public static void Main()
        {
            var app = new App();
            new ShopStack(app, "ShopStack", new StackProps { Env = new Amazon.CDK.Environment { Region = "eu-west-1" } });
            Tags.Of(app).Add("stage", "production");
            app.Synth();
        }
    }

    internal sealed class ShopStack : Stack
    {
        public ShopStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
        {
            // A distribution that the stack owns. Its origin is an instance, a bucket, a load balancer or a container service.
            var shop = new Distribution(this, "Shop", new DistributionProps
            {
                DistributionName = "shop",
                Origin = new OriginOptions { Name = "shop-server" },
                Certificate = ViewerCertificate.FromCertificateName("shop-certificate"),
                DefaultRootObject = "index.html",
                CacheBehaviorSettings = new CacheBehaviorSettings
                {
                    DefaultTtl = Duration.Hours(1),
                    ForwardedQueryStrings = ForwardedQueryStrings.AllowList("page", "lang"),
                },
                CacheBehaviors = new Dictionary<string, CacheBehavior> { ["api/*"] = CacheBehavior.DONT_CACHE },
                CustomErrorResponses = new[]
                {
                    new CustomErrorResponse
                    {
                        ErrorCode = 404,
                        ResponseCode = 404,
                        ResponsePagePath = "/not-found.html",
                        ErrorCachingMinTtl = Duration.Minutes(5),
                    },
                },
                Tags = new Dictionary<string, string> { ["team"] = "web" },
            });

            // Settings of a distribution that was created in the console. Other settings are not changed, and deleting the stack does not delete it.
            var blog = new DistributionSettings(this, "BlogSettings", new DistributionSettingsProps
            {
                Distribution = Distribution.FromDistributionName(this, "Blog", "blog"),
                CacheBehaviorSettings = new CacheBehaviorSettings { MinimumTtl = Duration.Minutes(1) },
            });

            new CfnOutput(this, "DomainName", new CfnOutputProps { Value = shop.DistributionDomainName });
            new CfnOutput(this, "Changes", new CfnOutputProps { Value = shop.Changes });
            new CfnOutput(this, "BlogChanges", new CfnOutputProps { Value = blog.Changes });
        }
    }
}
