"""A distribution that the stack owns, and settings of an existing one, from a stack in any Region.

Replace the names of the resources with yours. Then run in this folder:
  python3 -m venv .venv && . .venv/bin/activate
  pip install -r requirements.txt
  npx aws-cdk@2.1148.1 deploy

Errors at synthesis name options as TypeScript spells them: cacheBehaviorSettings.minimumTtl is minimum_ttl of cache_behavior_settings here.
"""
from aws_cdk import App, CfnOutput, Duration, Environment, Stack, Tags
from cdk_lightsail_distribution import (
    CacheBehavior,
    CacheBehaviorSettings,
    CustomErrorResponse,
    Distribution,
    DistributionSettings,
    ForwardedQueryStrings,
    OriginOptions,
    ViewerCertificate,
)
from constructs import Construct


class ShopStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        # A distribution that the stack owns. Its origin is an instance, a bucket, a load balancer or a container service.
        shop = Distribution(
            self,
            "Shop",
            distribution_name="shop",
            origin=OriginOptions(name="shop-server"),
            certificate=ViewerCertificate.from_certificate_name("shop-certificate"),
            default_root_object="index.html",
            cache_behavior_settings=CacheBehaviorSettings(
                default_ttl=Duration.hours(1),
                forwarded_query_strings=ForwardedQueryStrings.allow_list("page", "lang"),
            ),
            cache_behaviors={"api/*": CacheBehavior.DONT_CACHE},
            custom_error_responses=[
                CustomErrorResponse(
                    error_code=404,
                    response_code=404,
                    response_page_path="/not-found.html",
                    error_caching_min_ttl=Duration.minutes(5),
                ),
            ],
            tags={"team": "web"},
        )

        # Settings of a distribution that was created in the console. Other settings are not changed, and deleting the stack does not delete it.
        blog = DistributionSettings(
            self,
            "BlogSettings",
            distribution=Distribution.from_distribution_name(self, "Blog", "blog"),
            cache_behavior_settings=CacheBehaviorSettings(minimum_ttl=Duration.minutes(1)),
        )

        CfnOutput(self, "DomainName", value=shop.distribution_domain_name)
        CfnOutput(self, "Changes", value=shop.changes)
        CfnOutput(self, "BlogChanges", value=blog.changes)


app = App()
ShopStack(app, "ShopStack", env=Environment(region="eu-west-1"))
Tags.of(app).add("stage", "production")
app.synth()
