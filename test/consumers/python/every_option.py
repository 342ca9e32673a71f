from aws_cdk import App, Duration, Environment, RemovalPolicy, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lightsail as lightsail
from aws_cdk import aws_route53 as route53
from aws_cdk import aws_sns as sns
from cdk_lightsail_distribution import (
    AllowedHttpMethods,
    CacheBehavior,
    CacheBehaviorSettings,
    CachedHttpMethods,
    CachingPreset,
    CertificateValidation,
    CustomErrorResponse,
    Distribution,
    DistributionAliasRecords,
    DistributionBundle,
    DistributionCacheReset,
    DistributionCertificate,
    DistributionMetric,
    DistributionMonitor,
    DistributionOrigin,
    DistributionSettings,
    ForwardedCookies,
    ForwardedHeaders,
    ForwardedQueryStrings,
    HttpHeader,
    IpAddressType,
    OnExisting,
    OriginIpAddressType,
    OriginOptions,
    OriginProtocolPolicy,
    OriginRegion,
    Reconcile,
    ViewerCertificate,
    ViewerMinimumTlsProtocolVersion,
    Waf,
    WafInspectionLevel,
    WafPayloadType,
    WafResponseInspection,
    WafRule,
    WafRuleGroup,
)

app = App()
stack = Stack(app, "EveryOption", env=Environment(region="eu-west-1"))
bucket = lightsail.CfnBucket(stack, "Bucket", bucket_name="files", bundle_id="small_1_0")

# The options are a mapping. An option that only one of the constructs has is refused by the other.
options = dict(
    wait_for_deployment=False,
    reconcile=Reconcile.EVERY_DEPLOYMENT,
    timeout=Duration.minutes(20),
    origin=OriginOptions(
        name="files",
        region_name=OriginRegion.EU_WEST_1,
        protocol_policy=OriginProtocolPolicy.HTTPS_ONLY,
        response_timeout=Duration.seconds(20),
        ip_address_type=OriginIpAddressType.IPV4,
        private_access=False,
        dependencies=[bucket],
    ),
    private_origin_access=True,
    default_cache_behavior=CacheBehavior.CACHE,
    cache_behavior_settings=CacheBehaviorSettings(
        default_ttl=Duration.seconds(0),
        minimum_ttl=Duration.seconds(0),
        maximum_ttl=Duration.days(365),
        allowed_http_methods=AllowedHttpMethods.GET_HEAD_OPTIONS,
        cached_http_methods=CachedHttpMethods.GET_HEAD,
        forwarded_cookies=ForwardedCookies.allow_list("session"),
        forwarded_headers=ForwardedHeaders.allow_list(HttpHeader.HOST),
        forwarded_query_strings=ForwardedQueryStrings.allow_list("page"),
    ),
    cache_behaviors={"api/*": CacheBehavior.DONT_CACHE},
    enabled=False,
    viewer_minimum_tls_protocol_version=ViewerMinimumTlsProtocolVersion.TLS_V1_2_2021,
    certificate=ViewerCertificate.from_certificate_name("cert"),
    default_root_object="",
    custom_error_responses=[
        CustomErrorResponse(
            error_code=404,
            response_code=200,
            response_page_path="/index.html",
            error_caching_min_ttl=Duration.seconds(0),
        ),
    ],
    waf=Waf.enabled(
        WafRule.managed(WafRuleGroup.COMMON),
        WafRule.account_takeover_prevention(
            login_path="/login",
            payload_type=WafPayloadType.FORM_ENCODED,
            response_inspection=WafResponseInspection(success_codes=[200], failure_codes=[403]),
        ),
        WafRule.bot_control(inspection_level=WafInspectionLevel.TARGETED),
    ),
    ip_address_type=IpAddressType.IPV4,
    bundle=DistributionBundle.LARGE_1_0,
)

shop = Distribution(
    stack,
    "Shop",
    distribution_name="shop",
    tags={"team": "web"},
    removal_policy=RemovalPolicy.DESTROY,
    on_existing=OnExisting.ADOPT,
    **options,
)
blog = Distribution.from_distribution_attributes(stack, "Blog", distribution_name="blog")
settings = DistributionSettings(stack, "Settings", distribution=blog, **options)
DistributionCacheReset(
    stack,
    "Reset",
    distribution=blog,
    triggers=["v2", "index.html"],
    execute_after=[settings],
    wait_for_completion=False,
    fail_on_timeout=True,
    timeout=Duration.minutes(20),
)

DistributionMonitor(
    stack,
    "Monitor",
    distribution=blog,
    metrics=list(DistributionMetric),
    namespace="Company/Cdn",
    delay=Duration.minutes(15),
).add_alarms(
    topic=sns.Topic.from_topic_arn(stack, "Alarms", "arn:aws:sns:eu-west-1:111122223333:alarms"),
    http5xx_error_rate_threshold=1,
    certificate_days_to_expiry_threshold=14,
    transfer_forecast_threshold=80,
)

Distribution(
    stack,
    "Files",
    origin=DistributionOrigin.bucket(bucket, private_access=False),
    caching_preset=CachingPreset.BEST_FOR_STATIC_CONTENT,
)
server = lightsail.CfnInstance(
    stack,
    "Server",
    instance_name="server",
    blueprint_id="wordpress",
    bundle_id="micro_3_0",
)
static_ip = lightsail.CfnStaticIp(stack, "StaticIp", static_ip_name="server-ip", attached_to=server.ref)
Distribution(
    stack,
    "Wordpress",
    origin=DistributionOrigin.instance(
        server, static_ip=static_ip, protocol_policy=OriginProtocolPolicy.HTTPS_ONLY
    ),
    caching_preset=CachingPreset.BEST_FOR_WORDPRESS,
)


def zone(id: str, zone_name: str, hosted_zone_id: str) -> route53.IHostedZone:
    return route53.HostedZone.from_hosted_zone_attributes(stack, id, zone_name=zone_name, hosted_zone_id=hosted_zone_id)


certificate = DistributionCertificate(
    stack,
    "Certificate",
    domain_name="example.com",
    subject_alternative_names=["www.example.com", "shop.example.com"],
    certificate_name="shop-certificate",
    tags={"team": "web", "public": ""},
    validation=CertificateValidation.from_dns(
        zone("CertificateZone", "example.com", "Z0123456789ABC"),
        role=iam.Role.from_role_arn(stack, "DnsRole", "arn:aws:iam::444455556666:role/dns"),
    ),
    wait_for_issuance=False,
    removal_policy=RemovalPolicy.RETAIN,
    timeout=Duration.minutes(10),
)
DistributionAliasRecords(
    stack,
    "Aliases",
    distribution=shop,
    certificate=certificate,
    domain_names=["example.com", "example.org"],
    hosted_zone=zone("AliasZone", "example.com", "Z0123456789ABC"),
    hosted_zones={"example.org": zone("OtherAliasZone", "example.org", "Z1123456789ABC")},
    ipv6=False,
)
DistributionCertificate(
    stack,
    "MultiZoneCertificate",
    domain_name="example.net",
    validation=CertificateValidation.from_dns_multi_zone({"example.net": zone("NetZone", "example.net", "Z2123456789ABC")}),
)
app.synth()
