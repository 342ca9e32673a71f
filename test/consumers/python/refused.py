import sys

from aws_cdk import App, Duration, Stack
from cdk_lightsail_distribution import CacheBehaviorSettings, Distribution, ForwardedHeaders, OriginOptions

stack = Stack(App(), "ShopStack")
origin = OriginOptions(name="shop-server")

if sys.argv[1] == "ttl":
    Distribution(
        stack,
        "Shop",
        origin=origin,
        cache_behavior_settings=CacheBehaviorSettings(minimum_ttl=Duration.minutes(1), default_ttl=Duration.seconds(10)),
    )
if sys.argv[1] == "several":
    Distribution(
        stack,
        "Shop",
        origin=origin,
        distribution_name="my shop",
        cache_behavior_settings=CacheBehaviorSettings(forwarded_headers=ForwardedHeaders.allow_list()),
    )
