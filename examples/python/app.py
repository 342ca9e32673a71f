"""A distribution of the stack, and settings of another one that was made by hand, from a stack in any Region.

With names of your own in it, in this folder:
  python3 -m venv .venv && . .venv/bin/activate
  pip install -r requirements.txt
  npx aws-cdk@2.1148.1 deploy
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

        # A distribution of this stack, in front of an instance, a bucket, a load balancer or a container service of yours.
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

        # A distribution that was made by hand. What is not given here is left alone, and it stays when the stack goes.
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
